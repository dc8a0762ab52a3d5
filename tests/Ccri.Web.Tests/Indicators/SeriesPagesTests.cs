using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Solutions;
using static Ccri.Web.Tests.Indicators.SeriesSamples;

namespace Ccri.Web.Tests.Indicators;

public abstract class SeriesPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_officer_follows_an_indicator_enters_a_value_corrects_and_withdraws_it()
    {
        using var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        (await officer.PageAsync("/indicators/series/new?territory=uppsala")).ShouldContain("<optgroup label=\"Territory: ISO 59020\">");
        using var followed = await officer.PostFormAsync($"/indicators/series/new?territory=uppsala&indicator={Recycled}", ("Input.Target", "60 %"), ("Input.TargetOn", "2030-12-31"), ("Input.Baseline", "40"), ("Input.BaselineOn", "2024-12-31"));
        var address = followed.Headers.Location!.ToString();
        address.ShouldStartWith("/indicators/series/");

        using var entered = await officer.PostFormAsync("/indicators/uppsala/enter", ("Input.On", "2026-09-30"), ("Input.Source", "Scale"), ("Input.Quality", "Provisional"), ("Input.Rows[0].Value", "45,5"), ("Input.Rows[0].Remark", "Without ash"));
        entered.Headers.Location!.ToString().ShouldBe("/indicators/uppsala");

        var page = WebUtility.HtmlDecode(await officer.PageAsync(address));
        foreach (var said in (string[])["U4SSC guide to circular cities, 2020", "More is better", "Newest value in the period", "60\u00a0% by 31 Dec 2030", "45.5\u00a0% on 30 Sep 2026", "Without ash", "Provisional", "Straight way"])
            page.ShouldContain(said);
        var value = (await App.SeriesAsync(Guid.Parse(address.Split('/')[^1]))).Values[0].Id;
        (await officer.PostFormAsync($"/indicators/values/{value}/correct", ("Input.Value", "46"), ("Input.On", "2026-09-30"), ("Input.Source", "Scale"), ("Input.Quality", "Measured"), ("Input.Reason", "Weighed again"))).Headers.Location!.ToString().ShouldBe(address);
        var right = (await App.SeriesAsync(Guid.Parse(address.Split('/')[^1]))).Values[0].Id;
        (await officer.PageAsync($"/indicators/values/{value}/correct")).ShouldContain("Look at the one that took its place");
        (await officer.PostFormAsync($"/indicators/values/{right}/withdraw", ("Input.Reason", "Another city"))).Headers.Location!.ToString().ShouldBe(address);

        page = WebUtility.HtmlDecode(await officer.PageAsync(address));
        foreach (var said in (string[])["2 values were corrected or withdrawn", "corrected to 46\u00a0% on ", "Weighed again", "Another city", "No value yet."])
            page.ShouldContain(said);
    }

    [Fact]
    public async Task A_refused_grid_keeps_what_was_typed_says_what_is_wrong_at_the_row_and_links_to_the_value_that_is_there()
    {
        var (first, second) = (await App.StartFollowingAsync("asker", Recycled), await App.StartFollowingAsync("asker", Lifetime));
        await App.EnterAsync("asker", June, (first, "45"));
        await App.EnterAsync("asker", September, (second, "1.5"));
        using var contact = await App.SignedInAsync(Role.Territory, "asker", followsRedirects: false);
        var names = (await App.SendAsync(new GetValueGrid.Query("asker"))).Rows.Select(r => r.Id).ToList();
        var (share, life) = (names.IndexOf(first), names.IndexOf(second));

        using var refused = await contact.PostFormAsync("/indicators/asker/enter", ("Input.On", "2026-09-30"), ("Input.Source", "Our scale"), ($"Input.Rows[{share}].Value", "450"), ($"Input.Rows[{share}].Remark", "Really"), ($"Input.Rows[{life}].Value", "2 kg"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        page.ShouldContain("Please check 2 answers");
        page.ShouldContain($"href=\"#Input_Rows_{life}__Value\"");
        page.ShouldContain($"id=\"Input_Rows_{life}__Value-e\">It is a plain number (ratio), without “kg”.");
        page.ShouldContain($"id=\"Input_Rows_{share}__Right-e\">450\u00a0% is ten times the last value or more");
        page.ShouldContain("Yes, 450 is right");
        foreach (var typed in (string[])["value=\"450\"", "value=\"2 kg\"", "value=\"Really\"", "value=\"Our scale\""])
            page.ShouldContain(typed);
        var there = (await App.SeriesAsync(second)).Values[0].Id;
        page.ShouldContain($"/indicators/values/{there}/correct");

        using var again = await contact.PostAgainAsync(await refused.Content.ReadAsStringAsync(Cancellation), "/indicators/asker/enter", ("Input.On", "2026-09-30"), ("Input.Source", "Our scale"), ($"Input.Rows[{share}].Value", "450"), ($"Input.Rows[{share}].Right", "450"), ($"Input.Rows[{life}].Value", ""));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.SeriesAsync(first)).Values[0].Value.ShouldBe(450);
    }

    [Fact]
    public async Task A_series_removed_while_the_grid_was_open_loses_nothing_that_was_typed()
    {
        var (first, second) = (await App.StartFollowingAsync("bergen", Recycled), await App.StartFollowingAsync("bergen", Lifetime));
        using var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var open = await officer.PageAsync("/indicators/bergen/enter");
        var rows = (await App.SendAsync(new GetValueGrid.Query("bergen"))).Rows.Select(r => r.Id).ToList();
        await App.SendAsync(new RemoveSeries.Command { Id = first, Version = (await App.SendAsync(new EditSeries.Query(first))).Form.Version });

        using var refused = await officer.PostAgainAsync(open, "/indicators/bergen/enter", ("Input.On", "2026-09-30"), ("Input.Source", "Scale"), ($"Input.Rows[{rows.IndexOf(first)}].Value", "12.5"), ($"Input.Rows[{rows.IndexOf(second)}].Value", "1.5"));
        var page = await refused.TextAsync();
        page.ShouldContain("Somebody removed it meanwhile");
        page.ShouldContain("value=\"12.5\"");
        (await App.SeriesAsync(second)).Values.ShouldBeEmpty();
        using var saved = await officer.PostAgainAsync(await refused.Content.ReadAsStringAsync(Cancellation), "/indicators/bergen/enter", ("Input.On", "2026-09-30"), ("Input.Source", "Scale"), ($"Input.Rows[{rows.IndexOf(first)}].Value", ""), ($"Input.Rows[{rows.IndexOf(second)}].Value", "1.5"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.SeriesAsync(second)).Values.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_role_sees_the_page_with_what_it_may_do_and_the_desk_does_not_see_it()
    {
        var solution = await App.AddSolutionAsync("roubaix", new string('Ω', 300));
        var series = await App.StartFollowingAsync("roubaix", WasteAvoided, solution, target: "60");
        await App.EnterAsync("roubaix", June, (series, "45"));
        var (address, value) = ($"/indicators/series/{series}", (await App.SeriesAsync(series)).Values[0].Id);
        foreach (var (role, scope, reads, edits) in ((Role, string?, bool, bool)[])
            [(Role.Coordinator, null, true, true), (Role.Officer, "uppsala", true, false), (Role.Territory, "roubaix", true, true), (Role.Territory, "uppsala", false, false), (Role.Lead, null, true, false), (Role.Desk, null, false, false)])
        {
            using var client = await App.SignedInAsync(role, scope);
            (await client.StatusAsync(address)).ShouldBe(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {scope}");
            if (reads)
                (await client.PageAsync(address)).Contains($"/indicators/values/{value}/correct", StringComparison.Ordinal).ShouldBe(edits, $"{role} {scope}");
            foreach (var form in (string[])[$"{address}/edit", $"{address}/remove", $"/indicators/values/{value}/correct", $"/indicators/values/{value}/withdraw", "/indicators/roubaix/enter", "/indicators/series/new?territory=roubaix"])
                (await client.StatusAsync(form)).ShouldBe(edits ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {scope} {form}");
        }
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.StatusAsync("/indicators/enter")).ShouldBe(HttpStatusCode.OK);
        (await officer.StatusAsync("/indicators/nowhere/enter")).ShouldBe(HttpStatusCode.NotFound);
        (await officer.StatusAsync($"/indicators/series/{Guid.CreateVersion7()}")).ShouldBe(HttpStatusCode.NotFound);
        (await officer.PageAsync("/indicators/flanders/enter")).ShouldContain("follows no indicator yet");
    }
}

public sealed class SeriesPagesOnSqlite(SqliteApp app) : SeriesPagesTests(app), IClassFixture<SqliteApp>;

public sealed class SeriesPagesOnPostgres(PostgresApp app) : SeriesPagesTests(app), IClassFixture<PostgresApp>;
