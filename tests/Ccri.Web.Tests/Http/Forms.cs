using System.Net;
using System.Text.RegularExpressions;

namespace Ccri.Web.Tests.Http;

/// <summary>Fills in a form as a browser does: opens the page, takes the token against forgery along, and posts.</summary>
public static partial class Forms
{
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, Dictionary<string, string> fields)
    {
        var page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        var token = Token().Match(page).Groups["token"].Value;
        token.ShouldNotBeEmpty($"{path} has a form with a token");
        return await client.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = token }), TestContext.Current.CancellationToken);
    }

    public static async Task<string> TextAsync(this HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
