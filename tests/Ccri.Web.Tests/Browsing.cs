using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ccri.Web.Tests;

/// <summary>Browses the application without a browser: forms are read before they are sent, cookies are kept.</summary>
public static partial class Browsing
{
    public const string Password = "four plain words here";

    /// <summary>Adds a person with this role, follows the link that the person gets, and chooses a password.</summary>
    /// <param name="scope">A territory's address or a working group's code.</param>
    public static async Task<HttpClient> SignedInAsync(this CcriApp app, Role role, string? scope = null, bool followsRedirects = true)
    {
        var outcome = await app.SendAsSystemAsync(new AddPerson.Command($"{Guid.NewGuid():N}@example.org", $"Test {role}", role, scope));
        var client = app.Browser(followsRedirects);
        using var answer = await client.PostFormAsync(new Uri(outcome.Link!).PathAndQuery, ("Input.Password", Password));
        ((int)answer.StatusCode).ShouldBeLessThan(400, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return client;
    }

    /// <summary>Somebody who is not signed in.</summary>
    public static HttpClient Browser(this CcriApp app, bool followsRedirects = true) => app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = followsRedirects });

    /// <summary>Opens the page and sends its form back with these fields and what the form hides: the antiforgery token, versions.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string address, params (string Name, string Value)[] fields) =>
        await client.PostAgainAsync(await client.PageAsync(address), address, fields);

    /// <summary>Sends the form of a page that is shown already: one that answered a form before it.</summary>
    public static async Task<HttpResponseMessage> PostAgainAsync(this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var form = MainForm().Match(page).Value;
        form.ShouldNotBeEmpty($"{address} has no form.");
        var hidden = HiddenInput().Matches(form).Select(input => KeyValuePair.Create(Attribute(input.Value, "name"), Attribute(input.Value, "value")));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a form as it is now, with everything that it holds; it can be sent later, changed, and more than once.</summary>
    public static async Task<Dictionary<string, string>> OpenFormAsync(this HttpClient client, string address) => FormOf(await client.PageAsync(address));

    /// <summary>The fields of the main form of a page, as a browser would send them.</summary>
    public static Dictionary<string, string> FormOf(string page)
    {
        var form = MainForm().Match(page).Value;
        form.ShouldNotBeEmpty("The page has no form.");
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(form))
        {
            if (Attribute(input.Value, "type") is not ("radio" or "checkbox") || input.Value.Contains(" checked", StringComparison.Ordinal))
                fields.TryAdd(Attribute(input.Value, "name"), Attribute(input.Value, "value"));
        }
        foreach (Match area in TextArea().Matches(form))
            fields[Attribute(area.Value, "name")] = WebUtility.HtmlDecode(area.Groups["text"].Value).TrimStart('\n');
        foreach (Match select in Select().Matches(form))
        {
            var options = Option().Matches(select.Value);
            var chosen = options.FirstOrDefault(o => o.Value.Contains(" selected", StringComparison.Ordinal)) ?? options.FirstOrDefault();
            fields[Attribute(select.Value, "name")] = chosen is null ? "" : Attribute(chosen.Value, "value");
        }
        return fields;
    }

    /// <summary>Sends a form that was opened before, with some answers changed.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string address, Dictionary<string, string> form, params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(form);
        foreach (var (name, value) in changes)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>The page at an address that answers 200.</summary>
    public static async Task<string> PageAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return page;
    }

    /// <summary>The page itself, without what stands around every page.</summary>
    public static async Task<string> MainAsync(this HttpClient client, string address)
    {
        var page = await client.PageAsync(address);
        return page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
    }

    /// <summary>What an answer says, as a person reads it.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*class=\"form\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex MainForm();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex("<select[^>]*>.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInput();
}
