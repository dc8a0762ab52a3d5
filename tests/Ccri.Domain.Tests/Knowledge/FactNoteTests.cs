using Ccri.Domain.Knowledge;

namespace Ccri.Domain.Tests.Knowledge;

public sealed class FactNoteTests
{
    private static readonly DateOnly Day = new(2024, 9, 12);
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_note_keeps_its_sources_in_order_trimmed_and_once_each()
    {
        var note = New();
        note.Cite([" https://example.org/a ", "", "ACR+ pages", "https://example.org/a", " "], Day, Confidence.High, Now, "  ");

        note.Sources.ShouldBe(["https://example.org/a", "ACR+ pages"]);
        (note.AsOf, note.Confidence, note.Remark).ShouldBe((Day, Confidence.High, null));
    }

    [Fact]
    public void A_fact_without_a_source_is_refused_and_keeps_what_it_had()
    {
        var note = New();
        note.Cite(["A page"], Day, Confidence.Medium, Now);

        Should.Throw<RuleViolationException>(() => note.Cite([], null, Confidence.High, Now)).Message.ShouldBe("A fact needs its source: an address, or the words of the source.");
        Should.Throw<RuleViolationException>(() => note.Cite([" ", ""], null, Confidence.High, Now));
        (note.Sources.Single(), note.AsOf, note.Confidence).ShouldBe(("A page", Day, Confidence.Medium));
    }

    [Theory]
    [InlineData("2026-01-15", "2026-07-16")]
    [InlineData("2025-08-31", "2026-03-01")]
    [InlineData("2026-02-28", "2026-09-01")]
    [InlineData("2028-02-29", "2028-09-01")]
    public void A_fact_is_stale_from_the_first_day_on_which_it_was_looked_at_more_than_six_months_ago(string day, string first)
    {
        var (seen, stale) = (DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture));

        FactNote.StaleFrom(seen).ShouldBe(stale);

        stale.AddMonths(-FactNote.MonthsUntilStale).ShouldBeGreaterThan(seen);
        stale.AddDays(-1).AddMonths(-FactNote.MonthsUntilStale).ShouldBeLessThanOrEqualTo(seen);
    }

    [Fact]
    public void The_same_list_again_is_no_change()
    {
        var note = New();
        note.Cite(["A", "B"], null, Confidence.High, Now);
        var before = note.Sources;

        note.Cite([" A", "B "], null, Confidence.High, Now);
        note.Sources.ShouldBeSameAs(before);

        note.Cite(["A", "B"], null, Confidence.High, Now.AddDays(1));
        note.RecordedAt.ShouldBe(Now, "the same source was read again, nothing new was written down");

        note.Cite(["B", "A"], null, Confidence.High, Now.AddDays(2));
        note.Sources.ShouldBe(["B", "A"]);
        note.RecordedAt.ShouldBe(Now.AddDays(2));
    }

    [Fact]
    public void Somebody_confirms_a_fact_without_touching_its_source()
    {
        var (note, person, now) = (New(), Guid.CreateVersion7(), Now.AddMonths(1));
        note.Cite(["A"], Day, Confidence.Inferred, Now);

        note.Confirm(person, now);

        (note.ConfirmedById, note.ConfirmedAt).ShouldBe((person, now));
        (note.Sources.Single(), note.AsOf, note.Confidence).ShouldBe(("A", Day, Confidence.Inferred));
    }

    private static FactNote New() => new(Guid.CreateVersion7(), "Population");
}
