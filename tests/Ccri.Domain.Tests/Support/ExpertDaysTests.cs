using Ccri.Domain.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Support;

public sealed class ExpertDaysTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 7).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly Gen<GivenDays> Activity =
        from hundredths in Gen.Choose(1, 100_000)
        from partner in Gen.Choose(-1, 2)
        from day in Gen.Choose(0, 1500)
        from territories in Gen.NonEmptyListOf(Gen.Elements(Ids))
        select new GivenDays(Guid.NewGuid(), partner < 0 ? null : Ids[partner], new DateOnly(2023, 1, 1).AddDays(day), hundredths / 100m, [.. territories]);

    private static readonly Arbitrary<List<GivenDays>> Any = Gen.ListOf(Activity).Select(list => list.ToList()).ToArbitrary();

    [Fact]
    public void Territories_partners_quarters_and_the_programme_agree_whatever_was_given() => Prop.ForAll(Any, given =>
    {
        var book = new ExpertDayBook(given);
        book.Total.ShouldBe(given.Sum(g => g.Days), "an activity for several territories counts once");
        book.ByTerritory.Values.Sum().ShouldBe(book.Total);
        book.ByPartner.Values.Sum().ShouldBe(book.Total);
        book.ByQuarter.Values.Sum().ShouldBe(book.Total);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_cell_of_a_table_adds_up_to_its_row_and_its_column() => Prop.ForAll(Any, given =>
    {
        var book = new ExpertDayBook(given);
        foreach (var (territory, days) in book.ByTerritory)
            book.ByPartner.Keys.Sum(partner => book.Of(territory, partner)).ShouldBe(days);
        foreach (var (quarter, days) in book.ByQuarter)
            Ids.Sum(territory => book.Of(territory, quarter: quarter)).ShouldBe(days);
        foreach (var (partner, days) in book.ByPartner)
            book.ByQuarter.Keys.Sum(quarter => book.Of(partner: partner, quarter: quarter)).ShouldBe(days);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_differ_by_a_hundredth_at_most_and_do_not_depend_on_the_order() => Prop.ForAll(Activity.ToArbitrary(), given =>
    {
        var shares = ExpertDays.Share(given.Days, given.Territories);
        shares.Keys.ShouldBe(given.Territories.Distinct(), ignoreOrder: true);
        (shares.Values.Max() - shares.Values.Min()).ShouldBeLessThanOrEqualTo(0.01m);
        shares.Values.ShouldAllBe(share => share >= 0 && decimal.Round(share, 2) == share);
        ExpertDays.Share(given.Days, given.Territories.Reverse()).ShouldBe(shares, ignoreOrder: true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_lies_in_the_quarter_of_the_calendar()
    {
        ExpertDayBook.QuarterOf(new DateOnly(2026, 3, 31)).ShouldBe(new DateOnly(2026, 1, 1));
        ExpertDayBook.QuarterOf(new DateOnly(2026, 4, 1)).ShouldBe(new DateOnly(2026, 4, 1));
    }

    [Theory]
    [InlineData("3", 1, 1, null)]
    [InlineData("3.01", 1, 1, "3.01 expert-days are 24.08 hours. One expert has 24 hours in one day, so at most 3 expert-days of 8 hours.")]
    [InlineData("13", 2, 2, "13 expert-days are 104 hours. 2 experts have 96 hours in 2 days, so at most 12 expert-days of 8 hours.")]
    [InlineData("0", 1, 1, "It took more than no time at all. Enter the expert-days, such as 0.5.")]
    [InlineData("0.125", 1, 1, "Expert-days have at most two decimals.")]
    public void Nobody_gives_more_than_24_hours_a_day(string days, int calendarDays, int experts, string? sentence) =>
        ExpertDays.ObjectionTo(decimal.Parse(days, System.Globalization.CultureInfo.InvariantCulture), calendarDays, experts).ShouldBe(sentence);
}
