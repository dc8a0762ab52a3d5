using Ccri.Domain.Knowledge;

namespace Ccri.Domain.Tests.Knowledge;

public sealed class FactNoteTests
{
    private static readonly DateOnly Day = new(2024, 9, 12);

    [Fact]
    public void A_note_keeps_its_sources_in_order_trimmed_and_once_each()
    {
        var note = New();
        note.Cite([" https://example.org/a ", "", "ACR+ pages", "https://example.org/a", " "], Day, Confidence.High, "  ");

        note.Sources.ShouldBe(["https://example.org/a", "ACR+ pages"]);
        (note.AsOf, note.Confidence, note.Remark).ShouldBe((Day, Confidence.High, null));
    }

    [Fact]
    public void A_fact_without_a_source_is_refused_and_keeps_what_it_had()
    {
        var note = New();
        note.Cite(["A page"], Day, Confidence.Medium);

        Should.Throw<RuleViolationException>(() => note.Cite([], null, Confidence.High)).Message.ShouldBe("A fact needs its source: an address, or the words of the source.");
        Should.Throw<RuleViolationException>(() => note.Cite([" ", ""], null, Confidence.High));
        (note.Sources.Single(), note.AsOf, note.Confidence).ShouldBe(("A page", Day, Confidence.Medium));
    }

    [Fact]
    public void The_same_list_again_is_no_change()
    {
        var note = New();
        note.Cite(["A", "B"], null, Confidence.High);
        var before = note.Sources;

        note.Cite([" A", "B "], null, Confidence.High);
        note.Sources.ShouldBeSameAs(before);

        note.Cite(["B", "A"], null, Confidence.High);
        note.Sources.ShouldBe(["B", "A"]);
    }

    [Fact]
    public void Somebody_confirms_a_fact_without_touching_its_source()
    {
        var (note, person, now) = (New(), Guid.CreateVersion7(), new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc));
        note.Cite(["A"], Day, Confidence.Inferred);

        note.Confirm(person, now);

        (note.ConfirmedById, note.ConfirmedAt).ShouldBe((person, now));
        (note.Sources.Single(), note.AsOf, note.Confidence).ShouldBe(("A", Day, Confidence.Inferred));
    }

    private static FactNote New() => new(Guid.CreateVersion7(), "Population");
}
