using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>
/// The one place that decides a status: of the thing itself by its days, of what has parts the worst of them, and a person's word
/// instead while what the rule looks at stays as it was. Source: domain.md section 7; decision 18.
/// </summary>
public static class StatusRule
{
    /// <param name="overrides">The newest of each thing, by its id.</param>
    public static Standing Judge(Followed thing, DateOnly today, IReadOnlyDictionary<Guid, Override> overrides)
    {
        var parts = thing.Parts.Select(part => Judge(part, today, overrides)).ToList();
        if (thing.IsOut)
            return new Standing(thing, null, null, null, null, parts);
        var ruled = Rule(thing, today, parts);
        if (!overrides.TryGetValue(thing.Id, out var given))
            return new Standing(thing, ruled.Status, ruled, null, null, parts);
        if (FingerprintOf(thing, given.On, overrides) != given.Fingerprint)
            return new Standing(thing, ruled.Status, ruled, null, given, parts);
        var before = Rule(thing, given.On, [.. thing.Parts.Select(part => Judge(part, given.On, overrides))]);
        // Time alone may have made it worse than the person knew; then the person's word is no excuse, and no improvement either.
        var status = Severity.Of(ruled.Status) > Severity.Of(before.Status) ? Severity.Worse(given.Status, ruled.Status) : given.Status;
        return new Standing(thing, status, ruled, given, null, parts);
    }

    /// <summary>
    /// Of what the rule looks at: the facts of the thing itself, and how its parts stood on the day somebody gave it a status. It changes
    /// when a fact changes, never because time passes, and not with an edit that leaves each part as good or bad as it was.
    /// </summary>
    public static string FingerprintOf(Followed thing, DateOnly on, IReadOnlyDictionary<Guid, Override> overrides) => Acceptance.FingerprintOf(
        [thing.Kind, .. thing.Facts, .. thing.Parts.OrderBy(part => part.Id).SelectMany(part => new object?[] { part.Id, Judge(part, on, overrides).Status })]);

    private static Reading Rule(Followed thing, DateOnly day, IReadOnlyList<Standing> parts)
    {
        var own = thing.Read(day);
        if (own is { Status: Rag.Complete })
            return own; // what is done is not late any more, whatever is open in it
        var judged = parts.Where(part => part.Status is not null).Select(part => part.Status!.Value).ToList();
        if (judged.Count == 0)
            return own ?? new Reading(Rag.NoData, Cause.NoParts);
        var worst = Severity.Worst(judged);
        return own is not null && Severity.Of(own.Status) >= Severity.Of(worst) ? own : new Reading(worst, Cause.Parts);
    }
}
