using Ccri.Domain.Programme;

namespace Ccri.Domain.Reports;

/// <summary>What changed between two snapshots of a territory. Source: product.md, "What changed since the last report".</summary>
public static class Changes
{
    /// <summary>
    /// What was not there before is new, unless it is over already; what is over or gone since is told once, as closed, and what came or went
    /// as a whole without its parts. Per cent done is left out: nobody acts on it.
    /// </summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The later one, of the same territory.</param>
    /// <returns>What somebody must act on first, then by noun and name; the same for the same facts in any order.</returns>
    public static IReadOnlyList<Change> Between(TerritorySnapshot before, TerritorySnapshot after)
    {
        var withNeeds = before.Needs is not null && after.Needs is not null; // what one of them could not know is no news
        var (old, now) = (ComparedThings.In(before, withNeeds).ToDictionary(t => t.Key), ComparedThings.In(after, withNeeds).ToDictionary(t => t.Key));
        var all = now.Values.SelectMany(thing => old.TryGetValue(thing.Key, out var was) ? Between(was, thing) : Came(thing, old))
            .Concat(old.Values.Where(thing => !now.ContainsKey(thing.Key)).SelectMany(thing => Went(thing, now)));
        return
        [
            .. all.OrderBy(Urgency).ThenBy(c => c.Noun).ThenBy(c => c.Of, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id)
                .ThenBy(c => c.Kind).ThenBy(c => c.Figure).ThenBy(c => c.OldStep ?? c.NewStep, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether somebody must act on it: it is late, or stands badly and worse than before.</summary>
    public static bool NeedsAttention(Change change) => Urgency(change) <= 2;

    private static int Urgency(Change change) => change switch
    {
        { Kind: ChangeKind.Status, Is: Rag.OffTrack } => 0,
        { Kind: ChangeKind.Status, Is: Rag.AtRisk, Was: { } was } when Severity.Of(was) < Severity.Of(Rag.AtRisk) => 1,
        { Kind: ChangeKind.Slipped } => 2,
        { Kind: ChangeKind.New } => 3,
        { Kind: ChangeKind.Closed } => 4,
        { Kind: ChangeKind.BroughtForward } => 5,
        { Kind: ChangeKind.Status } => 6,
        { Kind: ChangeKind.Step } => 7,
        _ => 8,
    };

    /// <summary>It was not there before. What is over and was not there was outside the days of the other snapshot, so its end is the news.</summary>
    private static IEnumerable<Change> Came(ComparedThing thing, Dictionary<string, ComparedThing> old)
    {
        if (thing.Parent is not { } parent || old.ContainsKey(parent))
            yield return Of(thing, thing.IsOver ? ChangeKind.Closed : ChangeKind.New) with { NewDay = thing.Day, NewStep = thing.Step, Cause = thing.StepCause };
    }

    /// <summary>It is there no more; what was over before was told then.</summary>
    private static IEnumerable<Change> Went(ComparedThing thing, Dictionary<string, ComparedThing> now)
    {
        if (!thing.IsOver && (thing.Parent is not { } parent || now.ContainsKey(parent)))
            yield return Of(thing, ChangeKind.Closed) with { OldDay = thing.Day, OldStep = thing.Step };
    }

    private static IEnumerable<Change> Between(ComparedThing was, ComparedThing thing)
    {
        if (thing.IsOver && !was.IsOver)
        {
            yield return Of(thing, ChangeKind.Closed) with { OldDay = was.Day, NewDay = thing.Day, OldStep = was.Step, NewStep = thing.Step, Cause = Cause(was, thing, t => t.StepCause) };
            yield break;
        }
        if (thing.Step != was.Step)
            yield return Of(thing, ChangeKind.Step) with { OldStep = was.Step, NewStep = thing.Step, Cause = Cause(was, thing, t => t.StepCause) };
        if (was.IsOver && !thing.IsOver)
            yield break; // open again: that says it
        if (thing.Phase != was.Phase)
            yield return Of(thing, ChangeKind.Step) with { OldStep = was.Phase, NewStep = thing.Phase, Cause = thing.PhaseCause };
        if (!thing.IsOver && thing.Day is { } day && was.Day is { } earlier && day != earlier && (thing.Step == was.Step || !thing.DayBelongsToStep) && thing.Noun is not (ChangeNoun.Risk or ChangeNoun.Recommendation or ChangeNoun.FundingLine or ChangeNoun.Need))
            yield return Of(thing, day > earlier ? ChangeKind.Slipped : ChangeKind.BroughtForward) with { OldDay = earlier, NewDay = day, Cause = Cause(was, thing, t => t.DayCause) };
        if (thing.Status?.Status is { } now && was.Status?.Status is { } before && now != before)
            yield return Of(thing, ChangeKind.Status) with { Was = before, Is = now, Cause = thing.Status.Why };
        foreach (var figure in thing.Figures)
        {
            if (was.Figures.FirstOrDefault(f => f.What == figure.What) is { } old && old.Value != figure.Value && figure.IsComparableWith(old))
                yield return Of(thing, ChangeKind.Figure) with { Figure = figure.What, OldFigure = old.Value, NewFigure = figure.Value, Unit = figure.Unit, Cause = figure.Cause };
        }
    }

    private static string? Cause(ComparedThing was, ComparedThing thing, Func<ComparedThing, string?> of) => thing.CauseStays && of(thing) == of(was) ? null : of(thing);

    private static Change Of(ComparedThing thing, ChangeKind kind) => new(kind, thing.Noun, thing.Id, thing.Name, thing.Of) { Source = thing.Source };
}
