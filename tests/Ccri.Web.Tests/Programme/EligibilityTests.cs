using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Programme;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

public abstract class EligibilityTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Day = new(2022, 9, 15);

    [Fact]
    public async Task The_list_of_Horizon_2020_has_27_member_states_16_associated_countries_and_one_that_a_single_source_names()
    {
        var rows = (await App.SendAsync(new ListEligibility.Query())).Rows;

        rows.ShouldAllBe(r => r.Programme == "Horizon 2020" && r.From == null && r.To == null && r.Source != null);
        rows.CountBy(r => r.Standing).Select(s => (s.Key, s.Value)).ShouldBe([(EligibilityStanding.MemberState, 27), (EligibilityStanding.Associated, 16), (EligibilityStanding.NamedByOneSource, 1)], ignoreOrder: true);
        var kingdom = rows.Single(r => r.Code == "UK");
        (kingdom.Standing, kingdom.Source!.Confidence).ShouldBe((EligibilityStanding.NamedByOneSource, Confidence.Medium));
    }

    [Theory]
    [InlineData("EL", true, "Greece: a member state")]
    [InlineData("no", true, "Norway: associated to Horizon 2020")]
    [InlineData("UK", true, "one source only")]
    [InlineData("BR", false, "BR: not on the list of Horizon 2020")]
    public async Task A_country_is_judged_with_its_reason(string country, bool isEligible, string reason)
    {
        var verdict = await App.SendAsync(new CheckEligibility.Query(country, "Horizon 2020", Day), Role.Officer);

        (verdict.IsEligible, verdict.Reason.Contains(reason, StringComparison.Ordinal)).ShouldBe((isEligible, true), verdict.Reason);
    }

    [Fact]
    public async Task Another_feature_gets_the_entries_of_a_country_for_the_same_verdict()
    {
        var entries = await App.WithDatabaseAsync(db => db.EligibilityOf("no", Cancellation));

        Verdict.Of("Norway", entries, "Horizon 2020", Day).ShouldBe(await App.SendAsync(new CheckEligibility.Query("NO", "Horizon 2020", Day)));
    }

    [Fact]
    public async Task A_question_without_country_programme_or_day_is_refused() =>
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new CheckEligibility.Query("", null, null)))).Errors.Select(e => e.PropertyName).ShouldBe(["Country", "Programme", "Day"]);

    [Fact]
    public async Task The_page_answers_by_address()
    {
        using var officer = await App.SignedInAsync(Role.Officer);

        (await officer.PageAsync("/programme/eligibility")).ShouldContain("Horizon 2020: 44 countries");
        (await officer.PageAsync("/programme/eligibility?country=NO&programme=Horizon+2020&day=2022-09-15")).ShouldContain("Norway: associated to Horizon 2020");
        (await officer.PageAsync("/programme/eligibility?country=&programme=Horizon+2020&day=2022-09-15")).ShouldContain("Choose the country.");
        (await officer.PageAsync("/programme/eligibility?country=NO&programme=Horizon+2020&day=31.12.2022")).ShouldContain("Enter the day that counts.");
        (await officer.PageAsync("/programme/eligibility?country=%3Cscript%3E&programme=x&day=2022-09-15")).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task A_country_that_loses_its_standing_keeps_the_time_before()
    {
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Eligibilities.SingleAsync(e => e.CountryCode == "CH", Cancellation)).End(new(2021, 12, 31));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await App.SendAsync(new CheckEligibility.Query("CH", "Horizon 2020", Day))).Reason.ShouldBe("Switzerland: on the list of Horizon 2020 until 31 Dec 2021, not on 15 Sep 2022.");
        (await App.SendAsync(new CheckEligibility.Query("CH", "Horizon 2020", new(2021, 12, 31)))).IsEligible.ShouldBeTrue();
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Eligibilities.SingleAsync(e => e.CountryCode == "CH", Cancellation)).Last(null, null);
            return await db.SaveChangesAsync(Cancellation);
        });
    }
}

public sealed class EligibilityOnSqlite(SqliteApp app) : EligibilityTests(app), IClassFixture<SqliteApp>;

public sealed class EligibilityOnPostgres(PostgresApp app) : EligibilityTests(app), IClassFixture<PostgresApp>;
