using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Http;

public sealed class EndpointTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    /// <summary>Written by hand: whatever else answers somebody who is not signed in is a leak.</summary>
    private static readonly string[] Open =
    [
        "accounts/choose-password", "accounts/confirm-address", "accounts/forgot-password", "accounts/hold", "accounts/look-around", "accounts/second-factor", "accounts/sign-in",
        "accounts/sign-out", "accessibility", "calendar/{token:regex(^[0-9a-f]{{64}}$)}.ics", "error", "health", "healthz", "help", "privacy", "reminders/unsubscribe/{token}",
    ];

    private HttpClient Client { get; } = app.Browser(followsRedirects: false);

    [Fact]
    public void Only_what_is_meant_to_be_open_answers_without_signing_in()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(20);

        endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/').ToLowerInvariant())
            .Where(route => !IsAsset(route)).Distinct().Order().ShouldBe(Open.Order());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/territories")]
    [InlineData("/territories/asker")]
    [InlineData("/territories/asker/sheet.pdf")]
    [InlineData("/territories.csv")]
    [InlineData("/programme/health")]
    [InlineData("/no/such/page")] // not even which pages exist is told
    public async Task Somebody_not_signed_in_is_led_to_sign_in_and_back(string path)
    {
        var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);

        response.Headers.Location!.ToString().ShouldBe($"/accounts/sign-in?returnUrl={Uri.EscapeDataString(path)}");
    }

    [Fact]
    public async Task The_API_answers_a_refusal_with_problem_details()
    {
        var response = await Client.GetAsync("/api/territories", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.Location.ShouldBeNull();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("status").GetInt32().ShouldBe(401);
    }

    [Theory]
    [InlineData("/accounts/sign-in")]
    [InlineData("/help")]
    [InlineData("/nothing-here")]
    public async Task Every_answer_carries_the_strict_headers(string path)
    {
        var headers = (await Client.GetAsync(path, TestContext.Current.CancellationToken)).Headers;

        headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
    }

    [Fact]
    public async Task A_page_of_refusal_carries_the_strict_headers_too()
    {
        var client = await app.SignedInAsync(Role.Officer, followsRedirects: false);

        var response = await client.GetAsync("/territories/no-such-territory", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("/api/territories/no-such-territory", HttpStatusCode.NotFound)]
    [InlineData("/api/territories?q=TOO-LONG", HttpStatusCode.BadRequest)]
    public async Task The_API_answers_somebody_signed_in_with_problem_details_as_well(string path, HttpStatusCode status)
    {
        var client = await app.SignedInAsync(Role.Officer, followsRedirects: false);

        var response = await client.GetAsync(path.Replace("TOO-LONG", new string('a', 301), StringComparison.Ordinal), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.TryGetProperty("errors", out _).ShouldBe(status == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_API_says_in_words_what_a_page_says_in_words()
    {
        var client = await app.SignedInAsync(Role.Officer, followsRedirects: false);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/territories?q=asker", TestContext.Current.CancellationToken);

        answer.GetProperty("rows")[0].GetProperty("type").GetString().ShouldBe("city");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task A_page_of_refusal_has_its_heading_whatever_the_method(string method)
    {
        var client = await app.SignedInAsync(Role.Officer, followsRedirects: false);

        var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/no-such-page"), TestContext.Current.CancellationToken);

        response.IsSuccessStatusCode.ShouldBeFalse();
        (await response.TextAsync()).ShouldMatch("<h1>(There is no such page|That cannot be done here)</h1>");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_changes_nothing()
    {
        var response = await Client.PostAsync("/accounts/forgot-password", new FormUrlEncodedContent([KeyValuePair.Create("Input.Email", "a@example.org")]), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.TextAsync()).ShouldContain("The form was open for too long");
    }

    [Fact]
    public async Task The_demonstration_is_not_there_outside_of_it()
    {
        (await Client.GetAsync("/accounts/look-around", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Client.GetStringAsync("/accounts/sign-in", TestContext.Current.CancellationToken)).ShouldNotContain("look-around");
    }

    /// <summary>Files of wwwroot: a dot in the last part, and no parameter.</summary>
    private static bool IsAsset(string route) => route.Split('/')[^1].Contains('.') && !route.Contains('{');
}

public sealed class ProductionApp : SqliteApp
{
    protected override string EnvironmentName => "Production";
}

public sealed class ProductionTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    [Fact]
    public async Task Production_answers_404_to_look_around_however_it_is_asked()
    {
        var client = app.Browser(followsRedirects: false);
        var page = await client.GetStringAsync("/accounts/sign-in", TestContext.Current.CancellationToken);
        var token = page.Split("__RequestVerificationToken")[1].Split("value=\"")[1].Split('"')[0];

        (await client.GetAsync("/accounts/look-around", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var pressed = await client.PostAsync("/accounts/look-around", new FormUrlEncodedContent([KeyValuePair.Create("role", "Coordinator"), KeyValuePair.Create("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
        pressed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.ShouldNotContain("Demonstration");
        (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "Nobody was signed in by it.");
    }
}
