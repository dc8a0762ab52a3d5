using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;

namespace Ccri.Web.Features.Reports;

/// <summary>A sealed snapshot in one line of the overview of a quarter.</summary>
public static class QuarterLines
{
    public const int LongestSummary = 300;

    /// <param name="slug">As it is now: a place that was kept for a Fellow has its own since it got its name.</param>
    /// <param name="changes">How many things changed since the period before; empty for the first report.</param>
    public static QuarterLine Of(TerritorySnapshot snapshot, string slug, string sha256, ReportState state, SnapshotCause cause, int? changes)
    {
        var territory = snapshot.Territory;
        var plans = snapshot.PlansInUse().ToList();
        var actions = plans.SelectMany(p => p.Actions).Where(a => a.Status != ActionStatus.Dropped).ToList();
        var projects = plans.SelectMany(p => p.Projects).Where(p => p.Stage != ProjectStage.Stopped).ToList();
        var money = Funding.Of(projects.Where(p => !p.IsWithheld).Select(p => p.ToMoney()));
        return new QuarterLine(territory.Id, slug, territory.Name, territory.Tier, territory.Country, territory.IsNamed, territory.IsConfirmed, state, cause, sha256,
            snapshot.Status.Status, snapshot.Status.Why, FirstSentence(snapshot.Summary?.Text), actions.Count, actions.Count(a => a.DaysLate > 0), actions.Count(a => a.Status == ActionStatus.Done),
            projects.Count, projects.Count > 0 && money.Secured.Counted > 0 ? money.Secured.Cents : null, projects.Count > 0 && money.Gap.Counted > 0 ? money.Gap.Cents : null,
            snapshot.Risks.Count(r => r.ClosedOn is null), snapshot.Findings.Count(f => f.Accepted is null), changes);
    }

    /// <summary>Up to its full stop, or cut at a word where that is too far away.</summary>
    public static string? FirstSentence(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = text.Trim().Split('\n', 2)[0].Trim();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '.' or '!' or '?' && (i + 1 == line.Length || line[i + 1] == ' ' && i + 2 < line.Length && !char.IsLower(line[i + 2])) && i > 2)
            {
                line = line[..(i + 1)];
                break;
            }
        }
        if (line.Length <= LongestSummary)
            return line;
        var cut = line.LastIndexOf(' ', LongestSummary);
        var end = cut > 0 ? cut : LongestSummary;
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]}…";
    }
}
