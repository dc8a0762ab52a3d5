using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Accounts;

public abstract class SavedFilterTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_view_is_saved_listed_renamed_and_removed()
    {
        var anna = await PersonAsync(Role.Officer);
        var saved = await anna.SendAsync(new SaveFilter.Command("territories", " Fellows in Łódź ", "?tier=fellow&q=%C5%81%C3%B3d%C5%BA&p=2&foreign=1", false));
        saved.Address.ShouldBe("/territories?q=%C5%81%C3%B3d%C5%BA&tier=fellow");

        var listed = (await anna.ListAsync("territories", "?q=%C5%81%C3%B3d%C5%BA&tier=fellow&p=7")).ShouldHaveSingleItem();
        (listed.Name, listed.Query, listed.IsOwn, listed.IsShared, listed.MayRemove).ShouldBe(("Fellows in Łódź", "q=%C5%81%C3%B3d%C5%BA&tier=fellow", true, false, true));
        (await anna.ListAsync("organisations")).ShouldBeEmpty();

        await anna.SendAsync(new RenameFilter.Command(saved.Id, listed.Version, "Пловдив", true));
        (await anna.ListAsync("territories")).Single().Name.ShouldBe("Пловдив");
        (await anna.SendAsync(new RemoveFilter.Command(saved.Id))).ShouldBe("Пловдив");
        (await anna.ListAsync("territories")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shared_view_is_for_everybody_and_an_own_one_for_nobody_else()
    {
        var (anna, ben, boss) = (await PersonAsync(Role.Officer), await PersonAsync(Role.Desk), await PersonAsync(Role.Coordinator));
        var shared = await anna.SendAsync(new SaveFilter.Command("territories", "Shared by Anna", "tier=pilot", true));
        var own = await anna.SendAsync(new SaveFilter.Command("territories", "Only Anna's", "tier=fellow", false));

        (await ben.ListAsync("territories")).Single(f => f.Id == shared.Id).ShouldSatisfyAllConditions(f => f.IsOwn.ShouldBeFalse(), f => f.MayRemove.ShouldBeFalse());
        (await ben.ListAsync("territories")).ShouldNotContain(f => f.Id == own.Id);
        (await anna.ListAsync("territories")).Where(f => f.IsOwn).Select(f => f.Name).ShouldBe(["Only Anna's", "Shared by Anna"]);

        await Should.ThrowAsync<NotAllowedException>(() => ben.SendAsync(new RemoveFilter.Command(shared.Id)));
        await Should.ThrowAsync<NotFoundException>(() => boss.SendAsync(new RemoveFilter.Command(own.Id)));
        await Should.ThrowAsync<NotFoundException>(() => boss.SendAsync(new RenameFilter.Command(shared.Id, Guid.Empty, "Mine now", true)));
        await Should.ThrowAsync<NotAllowedException>(() => ben.SendAsync(new SaveFilter.Command("territories", "For all", "tier=pilot", true)));
        await Should.ThrowAsync<NotAllowedException>(() => ben.SendAsync(new SaveFilter.Command("audit", "Mine", "door=Page", false)));
        (await boss.SendAsync(new RemoveFilter.Command(shared.Id))).ShouldBe("Shared by Anna");
    }

    [Fact]
    public async Task A_shared_view_of_a_list_is_not_told_to_who_may_not_see_the_list()
    {
        var (anna, contact) = (await PersonAsync(Role.Officer), await PersonAsync(Role.Territory));
        await anna.SendAsync(new SaveFilter.Command("organisations", "Leads", "role=LeadOrganisation", true));

        (await contact.SendAsync(new ListSavedFilters.Query())).Filters.ShouldAllBe(f => f.List == "territories");
        await Should.ThrowAsync<NotAllowedException>(() => contact.ListAsync("organisations"));
    }

    [Fact]
    public async Task A_wrong_name_is_refused_at_its_field()
    {
        var anna = await PersonAsync(Role.Officer);
        await anna.SendAsync(new SaveFilter.Command("territories", "Twice", "q=a", false));

        foreach (var (name, says) in ((string?, string)[])[("Twice", "already"), (" ", "Enter a name"), (null, "Enter a name"), (new string('x', 10_000), "10,000 characters")])
        {
            var refused = await Should.ThrowAsync<ValidationException>(() => anna.SendAsync(new SaveFilter.Command("territories", name, "q=b", false)));
            refused.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.PropertyName.ShouldBe("Name"), e => e.ErrorMessage.ShouldContain(says));
        }
        await Should.ThrowAsync<RuleViolationException>(() => anna.SendAsync(new SaveFilter.Command("territories", "two\r\nlines", "q=b", false)));
        await Should.ThrowAsync<RuleViolationException>(() => anna.SendAsync(new SaveFilter.Command("territories", "Everything", "foreign=1", false)));
        await Should.ThrowAsync<NotFoundException>(() => anna.SendAsync(new SaveFilter.Command("secrets", "Mine", "q=b", false)));
        (await (await PersonAsync(Role.Officer)).SendAsync(new SaveFilter.Command("territories", "Twice", "q=a", false))).Id.ShouldNotBe(Guid.Empty, "each person has names of their own");
        (await anna.SendAsync(new SaveFilter.Command("organisations", "Twice", "q=a", false))).Id.ShouldNotBe(Guid.Empty, "and each list");
    }

    [Fact]
    public async Task A_stale_rename_is_refused()
    {
        var anna = await PersonAsync(Role.Officer);
        var saved = await anna.SendAsync(new SaveFilter.Command("territories", "First", "q=a", false));
        var seen = (await anna.ListAsync("territories")).Single().Version;
        await anna.SendAsync(new RenameFilter.Command(saved.Id, seen, "Second", false));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => anna.SendAsync(new RenameFilter.Command(saved.Id, seen, "Third", false)));
    }

    [Fact]
    public async Task The_form_above_the_list_saves_and_comes_back_to_the_list()
    {
        using var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        (await officer.PageAsync("/territories")).ShouldNotContain("Save this view");

        using var saved = await SaveAsync(officer, "/territories?tier=pilot&columns=name&columns=nuts&sort=-nuts", ("Input.Name", "Pilots by <code>"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        saved.Headers.Location!.ToString().ShouldBe("/territories?tier=pilot&sort=-nuts&columns=name&columns=nuts");
        var list = await officer.PageAsync(saved.Headers.Location.ToString());
        list.ShouldContain("Pilots by &lt;code&gt;");
        list.ShouldContain("aria-current=\"true\"");
        list.ShouldNotContain("Save this view");

        using var again = await SaveAsync(officer, "/territories?tier=fellow", ("Input.Name", "Pilots by <code>"));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await again.TextAsync();
        page.ShouldContain("You have a view called");
        page.ShouldContain("value=\"tier=fellow\"", customMessage: "nothing is lost");
    }

    [Fact]
    public async Task The_page_of_views_renames_and_removes()
    {
        using var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        using var saved = await SaveAsync(officer, "/organisations?role=GroupLeader", ("Input.Name", "Leaders"), ("Input.IsShared", "true"));
        var id = await App.WithDatabaseAsync(db => db.SavedFilters.Where(f => f.Name == "Leaders").Select(f => f.Id).SingleAsync(Cancellation));

        using var renamed = await officer.PostFormAsync($"/accounts/filters?edit={id}", ("Input.Name", "Leaders of groups"), ("Input.IsShared", "false"));
        renamed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await renamed.TextAsync());
        var page = await officer.PageAsync("/accounts/filters");
        page.ShouldContain("Leaders of groups");
        page.ShouldContain("Only you");
        (await officer.PageAsync($"/accounts/filters?edit={Guid.NewGuid()}")).ShouldNotContain("Rename a view");
    }

    /// <summary>Sends the form "Save this view" of a list as the browser would, with all that it hides.</summary>
    private static async Task<HttpResponseMessage> SaveAsync(HttpClient client, string list, params (string Name, string Value)[] fields)
    {
        var form = Regex.Match(await client.PageAsync(list), "<form[^>]*action=\"/accounts/filters\".*?</form>", RegexOptions.Singleline).Value;
        var hidden = Regex.Matches(form, "<input[^>]*>").Select(input => input.Value).Where(input => input.Contains("type=\"hidden\""))
            .Select(input => KeyValuePair.Create(Regex.Match(input, "name=\"([^\"]*)").Groups[1].Value, WebUtility.HtmlDecode(Regex.Match(input, "value=\"([^\"]*)").Groups[1].Value)));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri("/accounts/filters", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private async Task<Somebody> PersonAsync(Role role)
    {
        var person = new Person($"Test {role}", $"{Guid.NewGuid():N}@example.org", DateTime.UtcNow);
        await App.WithDatabaseAsync(db => { db.Persons.Add(person); return db.SaveChangesAsync(Cancellation); });
        return new Somebody(App, person.Id, role);
    }

    private sealed record Somebody(CcriApp App, Guid Id, Role Role)
    {
        public async Task<T> SendAsync<T>(IRequest<T> message)
        {
            await using var scope = App.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Id, "Test", [new ScopedRole(Role, Role == Role.Territory ? Guid.NewGuid() : null, null)]);
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
        }

        /// <summary>What this person sees, without the views that other tests share.</summary>
        public async Task<IReadOnlyList<ListSavedFilters.Row>> ListAsync(string list, string? current = null) =>
            [.. (await SendAsync(new ListSavedFilters.Query(list, current))).Filters.Where(f => f.IsOwn || f.Name == "Shared by Anna")];
    }
}

public sealed class SavedFilterOnSqlite(SqliteApp app) : SavedFilterTests(app), IClassFixture<SqliteApp>;

public sealed class SavedFilterOnPostgres(PostgresApp app) : SavedFilterTests(app), IClassFixture<PostgresApp>;
