namespace Ccri.Domain.Knowledge;

/// <summary>Where a fact comes from, how sure it is, and who last said that it still holds.</summary>
public sealed class FactNote : Entity
{
    /// <summary>A fact that nobody has looked at for so long is listed as not confirmed: two quarters. Source: product.md, "Provenance and age".</summary>
    public const int MonthsUntilStale = 6;

    /// <param name="territoryId">Whose fact it is, when it is a territory's.</param>
    public FactNote(Guid subjectId, string field, Guid? territoryId = null)
    {
        SubjectId = subjectId;
        Field = field;
        TerritoryId = territoryId;
    }

    /// <summary>The row that the fact is in.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The property that holds the fact, or empty when the note is about the whole row. Unique within the subject.</summary>
    public string Field { get; private set; }

    /// <summary>The territory that the subject is, or belongs to; empty for what belongs to none.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>Addresses, or the words of the source where it has none; the first is the main one.</summary>
    public List<string> Sources { get; private set; } = [];

    /// <summary>The day the source states the fact for; empty means "not stated".</summary>
    public DateOnly? AsOf { get; private set; }
    public Confidence Confidence { get; private set; }

    /// <summary>What the source leaves open, in words.</summary>
    public string? Remark { get; private set; }

    /// <summary>When the source was last read and written down (UTC).</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The person who confirmed it last, and when (UTC); empty while nobody has.</summary>
    public Guid? ConfirmedById { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Cites the public source of a fact.</summary>
    /// <param name="now">UTC. The same source again leaves <see cref="RecordedAt"/> as it was.</param>
    /// <exception cref="RuleViolationException">When no source is given.</exception>
    public void Cite(IEnumerable<string> sources, DateOnly? asOf, Confidence confidence, DateTime now, string? remark = null)
    {
        var given = sources.Select(s => s.Trim()).Where(s => s.Length > 0).Distinct().ToList();
        Require(given.Count > 0, "A fact needs its source: an address, or the words of the source.");
        var isSame = given.SequenceEqual(Sources);
        if (isSame && (AsOf, Confidence, Remark) == (asOf, confidence, Optional(remark)))
            return;
        if (!isSame)
            Sources = given;
        (AsOf, Confidence, Remark, RecordedAt) = (asOf, confidence, Optional(remark), now);
    }

    /// <summary>The first day on which a fact is stale that was looked at last on <paramref name="day"/>: the first whose date <see cref="MonthsUntilStale"/> months before lies after it.</summary>
    public static DateOnly StaleFrom(DateOnly day)
    {
        var stale = day.AddMonths(MonthsUntilStale).AddDays(1);
        while (stale.AddMonths(-MonthsUntilStale) <= day)
            stale = stale.AddDays(1); // the last days of a long month have no like in a short one
        return stale;
    }

    /// <summary>Somebody says that the fact still holds. A note without a source says only that.</summary>
    public void Confirm(Guid personId, DateTime now)
    {
        (ConfirmedById, ConfirmedAt) = (personId, now);
        if (Sources.Count == 0)
            RecordedAt = now;
    }
}
