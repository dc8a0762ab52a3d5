using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>What stands around the chapters of every document of a territory: cover, contents, how to read it, annex, how to verify it.</summary>
internal static class DocumentFrame
{
    public const string Organisation = "Circular Cities and Regions Initiative";
    public const string Unit = "Coordination and Support Office";
    public const string Author = "CCRI Coordination and Support Office";
    public const string Funded = "Funded by the European Union";
    public const string Reader = "European Commission";

    /// <summary>The first year of the initiative, the innermost ring of the cover.</summary>
    private const int FirstYear = 2022;

    private const int LongestOnCover = 260;

    /// <param name="title">"Progress report".</param>
    /// <param name="annex">Of turned pages; nothing when there is nothing to list.</param>
    public static Report Of(ReportFacts facts, string title, Outline outline, IReadOnlyList<Block> chapters, Func<IReadOnlyList<Block>> annex)
    {
        var (now, issue) = (facts.Now, facts.Issue);
        List<Block> blocks = [Cover(facts), new ContentsBlock("Contents") { Key = "contents" }, new PageBreakBlock(), .. chapters, .. Legend(outline)];
        var heading = outline.Annex("annex", "Annex"); // first: it begins the count of the annex's tables
        var lists = annex();
        // The verification stays on the turned pages: a turn back would leave the last of them nearly empty.
        if (lists.Count > 0)
            blocks.AddRange([new LandscapeBlock(), heading, .. lists]);
        blocks.AddRange(Verification.Of(issue, now.Period, facts.Before?.Period.Code, facts.BeforeSha256, 1));
        return new Report(Meta(issue, now.Period, title, now.Territory.Name, now.Notice), blocks);
    }

    public static ReportMeta Meta(Issue issue, SnapshotPeriod period, string title, string name, string? notice)
    {
        var at = At(issue);
        return new ReportMeta(title, name, period.Name, period.Code, $"{name}, {char.ToLowerInvariant(title[0])}{title[1..]} {period.Code}", Author, at,
            new ReportWords(issue.IsDraft ? $"Facts of {Wording.Date(at)}, not frozen" : $"Frozen {Wording.Date(at)}, revision {Wording.Number(issue.Revision)}") { Draft = "Draft, not frozen" })
        {
            Draft = issue.IsDraft,
            Notice = notice,
            Audience = Reader,
            Reference = issue.IsDraft ? null : $"ccri:{issue.SnapshotSha256}",
        };
    }

    public static DateTimeOffset At(Issue issue) => new(DateTime.SpecifyKind(issue.At, DateTimeKind.Utc), TimeSpan.Zero);

    /// <summary>How the territory's report stood when it was sealed.</summary>
    public static string Of(ReportState state, SnapshotCause cause) => (state, cause) switch
    {
        (ReportState.Approved, _) => "Approved by the support office",
        (ReportState.Submitted, _) => "Submitted, not approved",
        (ReportState.Returned, _) => "Returned to the territory, not submitted again",
        (_, SnapshotCause.CutOff) => "Captured at the cut-off without having been submitted",
        (_, SnapshotCause.Freezing) => "Captured at the freezing without having been submitted",
        _ => "Not submitted yet",
    };

    /// <summary>What a reader has to know before anything else.</summary>
    public static IReadOnlyList<string> Remarks(ReportFacts facts)
    {
        var (place, issue) = (facts.Now.Territory, facts.Issue);
        List<string> remarks = [];
        if (!place.IsNamed)
            remarks.Add("The name of this participant is not public; a place is kept for it until the support office supplies the name.");
        else if (!place.IsConfirmed)
            remarks.Add("No source that was read confirms that this territory takes part.");
        if (issue.Exception is { } reason)
            remarks.Add($"Frozen although participants are not confirmed or not named. Reason: {reason}");
        if (facts.Now.Cause is SnapshotCause.CutOff or SnapshotCause.Freezing)
            remarks.Add($"{Of(issue.State is ReportState.Approved or ReportState.Submitted or ReportState.Returned ? ReportState.NoData : issue.State, facts.Now.Cause)}: the facts are as they stood then, and nobody has answered for them.");
        return remarks;
    }

    public static string Days(SnapshotPeriod period) => $"{Wording.Date(period.From)} to {Wording.Date(period.To)}";

    private static CoverBlock Cover(ReportFacts facts)
    {
        var (now, issue) = (facts.Now, facts.Issue);
        var rings = Rings(now.Period);
        return new CoverBlock(Organisation,
        [
            new("Period", Days(now.Period)),
            new(issue.IsDraft ? "Facts of" : "Frozen", Wording.Instant(At(issue))),
            new("Written for", Reader),
            new("Sensitivity", "Limited"),
            new("Overall status", Words.Of(now.Status.Status)) { Mark = Cells.Mark(now.Status.Status) },
            new("Report of the territory", Of(issue.State, issue.Cause)),
            new("Revision", issue.IsDraft ? "None, a draft" : Wording.Number(issue.Revision)),
            new("Participant", Participant(now.Territory)),
        ])
        {
            Key = "cover", Unit = Unit, Funding = Funded, Art = rings, Remarks = [.. Remarks(facts).Select(OnCover)],
            Foot = rings is null ? null : "Each ring is a year and each arc a quarter; the filled arc is the quarter of this report.",
        };
    }

    /// <summary>Long reasons stand whole in the first chapter; the cover has room for a few lines.</summary>
    private static string OnCover(string remark) => remark.Length <= LongestOnCover ? remark : $"{string.Join(' ', remark[..LongestOnCover].Split(' ').SkipLast(1))} … (in full in the summary)";

    private static string Participant(SnapshotTerritory place) =>
        string.Join(", ", new[] { place.Tier, place.Type is { } type ? Words.Of(type).ToLowerInvariant() : null, place.Country }.OfType<string>()) is { Length: > 0 } words ? words : "Not known";

    private static string? Rings(SnapshotPeriod period)
    {
        var (code, _, days) = ReportingPeriod.QuarterOf(period.From);
        return days.From == period.From && days.To == period.To && code.Length > 0 ? QuarterRings.Draw(FirstYear, period.From.Year, (period.From.Month + 2) / 3) : null;
    }

    /// <summary>Tall enough that the page before the turned ones is never nearly empty.</summary>
    private static IEnumerable<Block> Legend(Outline outline)
    {
        yield return outline.Chapter("reading", "How to read this report");
        yield return new TableBlock(
            [Column.Of("status", "Status"), Column.Of("meaning", "Meaning", 1), Column.Of("rule", "Rule for a milestone", 1)],
            [
                Row(Rag.OnTrack, "Goes as planned", "In time, or due later"),
                Row(Rag.AtRisk, "May miss its day or its aim unless something changes", "1 to 30 days late, or expected later than agreed"),
                Row(Rag.OffTrack, "Has missed, or will miss, its day or its aim", "More than 30 days late, or blocked"),
                Row(Rag.Complete, "Done; nothing is expected any more", "Reached, with its day"),
                Row(Rag.NoData, "Nothing is known that could be judged", "No day"),
            ])
        {
            Key = "legend", Label = outline.Table(), Title = "The five statuses", Subtitle = "The shape says the same as the colour",
            Source = "What has parts stands as the worst of what is known of them. A status is set by this rule, or by a person with a reason. "
                + "Money is secured when it is contracted or paid out; the gap is what it takes to prepare and to build less what is secured. A dash stands where nothing is recorded.",
        };

        static TableRow Row(Rag status, string meaning, string rule) => TableRow.Of(status.ToString(), Cells.Status(status), meaning, rule);
    }
}
