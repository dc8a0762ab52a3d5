using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Security;

namespace Ccri.Web.Tests.Accounts;

/// <summary>Somebody with a browser of their own: has chosen a password, perhaps set a second factor.</summary>
public sealed partial record Member(CcriApp App, Guid Id, string Email, HttpClient Client)
{
    public const string Password = "three quiet rivers";
    public const string SecondFactorPage = "/accounts/me/second-factor";

    public string Key { get; private set; } = "";

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Of so many half minutes from now: one early and one late are let in.</summary>
    public string Code(int steps = 0) => TimeCode.At(Base32.Decode(Key), TimeCode.StepOf(DateTime.UtcNow) + steps);

    public static async Task<Member> JoinAsync(CcriApp app, string email, Role role = Role.Officer, string? name = null, string? scope = null)
    {
        var added = await app.SendAsSystemAsync(new AddPerson.Command(email, name, role, scope));
        var member = new Member(app, added.PersonId, email, app.Browser(followsRedirects: false));
        (await member.Client.PostFormAsync(new Uri(added.Link!).PathAndQuery, ("Input.Password", Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return member;
    }

    /// <summary>With the password and a code of half a minute ago, so that those of now and later are still to be used.</summary>
    public async Task SetSecondFactorAsync()
    {
        var started = await Client.PostFormAsync($"{SecondFactorPage}?handler=Start", ("Input.Password", Password));
        var page = await started.TextAsync();
        started.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        Key = string.Concat(KeyGroup().Matches(page).Select(m => m.Groups[1].Value));
        Key.Length.ShouldBe(32, page);
        var halfMinute = TimeCode.StepOf(DateTime.UtcNow);
        var confirmed = await Client.PostAgainAsync(page, $"{SecondFactorPage}?handler=Confirm", ("Input.Code", Code(-1)));
        if (confirmed.StatusCode != HttpStatusCode.OK && TimeCode.StepOf(DateTime.UtcNow) != halfMinute) // it ended on the way, and the code with it
            confirmed = await Client.PostAgainAsync(page, $"{SecondFactorPage}?handler=Confirm", ("Input.Code", Code(-1)));
        page = await confirmed.TextAsync();
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        RecoveryCodes = [.. RecoveryCode().Matches(page).Select(m => m.Groups[1].Value)];
    }

    /// <summary>The first step in a new browser, which is then before the second.</summary>
    public async Task<HttpClient> BeginAsync()
    {
        var client = App.Browser(followsRedirects: false);
        var answer = await client.PostFormAsync("/accounts/sign-in?returnUrl=%2Forganisations", ("Input.Email", Email), ("Input.Password", Password));
        answer.Headers.Location?.ToString().ShouldBe("/accounts/second-factor?ReturnUrl=%2Forganisations");
        return client;
    }

    [GeneratedRegex("<span>([A-Z2-7]{4})</span>")]
    private static partial Regex KeyGroup();

    [GeneratedRegex("<li><code>([a-z2-7-]{14})</code></li>")]
    private static partial Regex RecoveryCode();
}
