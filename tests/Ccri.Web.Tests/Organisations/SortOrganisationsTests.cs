using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Programme.Loading;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Organisations;

public abstract class SortOrganisationsTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    public static MatrixTheoryData<ListOrganisations.SortBy, bool> Ways => new(Enum.GetValues<ListOrganisations.SortBy>(), [false, true]);

    public async ValueTask InitializeAsync()
    {
        if (await App.WithDatabaseAsync(db => db.Organisations.AnyAsync(o => o.Name == "Łódź", Cancellation)))
            return;
        await App.WithDatabaseAsync(db =>
        {
            foreach (var (name, acronym) in ((string, string?)[])[("Łódź", "ŁDŹ"), ("Пловдив", "ПДВ"), ("=1+1", null)])
            {
                var organisation = new Organisation(name);
                organisation.Abbreviate(acronym);
                db.Organisations.Add(organisation);
            }
            return db.SaveChangesAsync(Cancellation);
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Each_way_the_pages_together_are_the_list_without_a_gap_or_a_repetition(ListOrganisations.SortBy sort, bool descending)
    {
        var query = new ListOrganisations.Query(Sort: sort, Descending: descending, Size: 10);
        var paged = new List<Guid>();
        for (var page = 1; page <= 8; page++)
            paged.AddRange((await App.SendAsync(query with { Page = page })).Rows.Select(r => r.Id));

        paged.ShouldBe((await App.SendAsync(query with { Size = 10_000 })).Rows.Select(r => r.Id));
        paged.Distinct().Count().ShouldBe(74);
    }

    [Theory]
    [InlineData("name", false)]
    [InlineData("name", true)]
    [InlineData("acronym", false)]
    [InlineData("acronym", true)]
    [InlineData("country", false)]
    [InlineData("country", true)]
    [InlineData("territories", true)]
    public async Task A_column_of_words_sorts_by_letter_and_what_is_not_known_comes_last(string column, bool descending)
    {
        var text = OrganisationColumns.All.Single(c => c.Key == column).Text;
        var values = (await App.SendAsync(new ListOrganisations.Query(Sort: Enum.Parse<ListOrganisations.SortBy>(column, ignoreCase: true), Descending: descending, Size: 10_000))).Rows
            .Select(r => text(r) is { } words ? Folding.ForSearch(column == "name" ? $"{words} {r.Acronym}".Trim() : words) : null).ToList();
        var known = values.OfType<string>().ToList();

        known.Count.ShouldBeGreaterThan(3);
        values.ShouldBe([.. known, .. Enumerable.Repeat((string?)null, values.Count - known.Count)]);
        known.ShouldBe(descending ? known.OrderDescending(StringComparer.Ordinal) : known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_most_roles_come_first_when_one_asks_for_them()
    {
        var rows = (await App.SendAsync(new ListOrganisations.Query(Sort: ListOrganisations.SortBy.Count, Descending: true))).Rows;

        rows[0].Acronym.ShouldBe("ACR+");
        rows.Select(r => r.Roles.Count).ShouldBe(rows.Select(r => r.Roles.Count).OrderDescending());
    }

    [Fact]
    public async Task The_CSV_holds_the_filter_the_order_and_the_chosen_columns_and_no_formula()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var faults = new List<Fault>();

        var leaders = CsvTable.Read("organisations.csv", await officer.PageAsync("/organisations.csv?role=GroupLeader&sort=-name&columns=name&columns=acronym"), faults).Rows;
        leaders.Select(r => r["Organisation"]).ShouldBe((await App.SendAsync(new ListOrganisations.Query(Kind: OrganisationRoleKind.GroupLeader, Descending: true))).Rows.Select(r => r.Name));
        CsvTable.Read("organisations.csv", await officer.PageAsync("/organisations.csv?q=%3D1"), faults).Rows.Single()["Organisation"][0].ShouldNotBe('=');
        faults.ShouldBeEmpty();
        (await officer.PageAsync("/organisations.csv")).ShouldContain("Organisation,Acronym,Country,Roles,Number of roles,Territories,How sure it is");
        (await officer.PageAsync("/organisations?q=%D0%BF%D0%BB%D0%BE%D0%B2&sort=acronym&columns=acronym")).ShouldContain("ПДВ");
    }

    [Fact]
    public async Task A_territory_contact_gets_no_CSV_of_all_organisations()
    {
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");

        (await contact.StatusAsync("/organisations.csv")).ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }
}

public sealed class SortOrganisationsOnSqlite(SqliteApp app) : SortOrganisationsTests(app), IClassFixture<SqliteApp>;

public sealed class SortOrganisationsOnPostgres(PostgresApp app) : SortOrganisationsTests(app), IClassFixture<PostgresApp>;
