using System.Net;
using Ccri.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Forms;

public abstract class ConflictTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Who_saves_second_sees_both_texts_and_may_keep_the_own_one()
    {
        const string address = "/territories/munich/edit";
        var (anna, boris) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), await App.SignedInAsync(Role.Officer, followsRedirects: false));
        var (annas, boriss) = (await anna.OpenFormAsync(address), await boris.OpenFormAsync(address));

        (await anna.SendFormAsync(address, annas, ("Input.Notes", "Written by Anna in Łódź"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await boris.SendFormAsync(address, boriss, ("Input.Notes", "Written by Boris in Пловдив"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await refused.TextAsync();
        page.ShouldContain("Somebody else saved this while you were editing");
        page.ShouldContain("Written by Anna in Łódź");
        page.ShouldContain("Written by Boris in Пловдив");
        (await NotesAsync("munich")).ShouldBe("Written by Anna in Łódź");

        (await boris.SendFormAsync(address, Browsing.FormOf(page))).StatusCode.ShouldBe(HttpStatusCode.Redirect); // "mine" is chosen at first
        (await NotesAsync("munich")).ShouldBe("Written by Boris in Пловдив");
    }

    [Fact]
    public async Task Or_take_the_other_one()
    {
        const string address = "/territories/roubaix/edit";
        var (anna, boris) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), await App.SignedInAsync(Role.Officer, followsRedirects: false));
        var (annas, boriss) = (await anna.OpenFormAsync(address), await boris.OpenFormAsync(address));

        await anna.SendFormAsync(address, annas, ("Input.Notes", "Anna's text"));
        var refused = await boris.SendFormAsync(address, boriss, ("Input.Notes", "Boris's text"));
        (await boris.SendFormAsync(address, Browsing.FormOf(await refused.TextAsync()), ("Keep.Input.Notes", "theirs"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await NotesAsync("roubaix")).ShouldBe("Anna's text");
    }

    [Fact]
    public async Task Two_who_changed_different_answers_both_keep_theirs_after_saving_once_more()
    {
        const string address = "/territories/uppsala/edit";
        var (anna, boris) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), await App.SignedInAsync(Role.Officer, followsRedirects: false));
        var (annas, boriss) = (await anna.OpenFormAsync(address), await boris.OpenFormAsync(address));

        (await anna.SendFormAsync(address, annas, ("Input.Population", "245329"), ("Input.Source", "Statistics Sweden"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await boris.SendFormAsync(address, boriss, ("Input.Notes", "Boris was here"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await refused.TextAsync();
        page.ShouldContain("other answers than yours");
        (await boris.SendFormAsync(address, Browsing.FormOf(page))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var saved = await App.WithDatabaseAsync(db => db.Territories.AsNoTracking().SingleAsync(t => t.Slug == "uppsala", Cancellation));
        (saved.Population, saved.Notes).ShouldBe((245_329, "Boris was here"));
    }

    [Fact]
    public async Task Two_logged_contacts_of_one_territory_are_two_rows_that_never_collide()
    {
        var (anna, boris) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), await App.SignedInAsync(Role.Officer, followsRedirects: false));
        await anna.PostFormAsync("/territories/guimaraes/log", ("Input.Text", "First"));
        await anna.PostFormAsync("/territories/guimaraes/log", ("Input.Text", "Second"));
        var ids = await App.WithDatabaseAsync(db => db.LoggedContacts.Where(c => c.Text == "First" || c.Text == "Second").OrderBy(c => c.Text).Select(c => c.Id).ToListAsync(Cancellation));
        var (one, two) = ($"/territories/guimaraes/log/{ids[0]}", $"/territories/guimaraes/log/{ids[1]}");
        var (first, second) = (await anna.OpenFormAsync(one), await boris.OpenFormAsync(two));

        var answers = await Task.WhenAll(anna.SendFormAsync(one, first, ("Input.Text", "First, put right")), boris.SendFormAsync(two, second, ("Input.Text", "Second, put right")));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
    }

    private Task<string?> NotesAsync(string slug) => App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => t.Notes).SingleAsync(Cancellation));
}

public sealed class ConflictOnSqlite(SqliteApp app) : ConflictTests(app), IClassFixture<SqliteApp>;

public sealed class ConflictOnPostgres(PostgresApp app) : ConflictTests(app), IClassFixture<PostgresApp>;
