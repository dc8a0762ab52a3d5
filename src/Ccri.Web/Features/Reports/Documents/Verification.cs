using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The end of every document: what it was made from, and how anybody checks that it is what was issued.</summary>
internal static class Verification
{
    /// <param name="comparedWith">Code of the period that it compares with; empty for the first report.</param>
    /// <param name="level">Of the heading: 2 in a document that begins with a title block.</param>
    public static IEnumerable<Block> Of(Issue issue, SnapshotPeriod period, string? comparedWith, string? comparedSha256, int level)
    {
        yield return new HeadingBlock(level, "How to verify this file") { Key = "verify" };
        if (issue.IsDraft)
        {
            yield return new NoteBlock("This is a draft; it cannot be verified as issued. The facts it was made from are attached to it, but they are not frozen and may be changed until the period is.") { Key = "verification", Title = "Not issued" };
            yield break;
        }
        List<KeyValue> items =
        [
            new("Period", $"{period.Name} ({period.Code}), {DocumentFrame.Days(period)}") { Key = "period" },
            new("Revision", Wording.Number(issue.Revision)) { Key = "revision" },
            new("Frozen", Wording.Instant(DocumentFrame.At(issue))) { Key = "frozen" },
            new("State", issue.Cause == SnapshotCause.Quarter ? "Made of the sealed facts of all territories" : DocumentFrame.Of(issue.State, issue.Cause)) { Key = "state" },
        ];
        if (comparedWith is not null)
            items.Add(new("Compared with", comparedSha256 is null ? comparedWith : $"{comparedWith}, snapshot {comparedSha256}") { Key = "compared" });
        items.Add(new("On the web", "Reports, Verify a file: give it this file") { Key = "web" });
        items.Add(new("On the command line", "scripts/ccri verify FILE") { Key = "cli" });
        yield return new VerificationBlock(
            "This report was made from one frozen set of facts, the snapshot, which is attached to this file as snapshot.json. The system keeps every file that it has issued. "
            + "Verifying tells whether this is one of them, byte for byte, when it was issued and in which revision, and whether anything in it was changed since.",
            "SHA-256 of snapshot.json", issue.SnapshotSha256, items) { Key = "verification" };
    }
}
