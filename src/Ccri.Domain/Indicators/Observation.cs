namespace Ccri.Domain.Indicators;

/// <summary>How good a value is.</summary>
public enum ObservationQuality
{
    Measured,
    Estimated,

    /// <summary>Measured, and still to be confirmed by its source.</summary>
    Provisional,
}

/// <summary>
/// A value of an indicator on a day, with its source. It is never overwritten: a correction is another observation that takes its
/// place, and both stay. Source: product.md "The model".
/// </summary>
public sealed class Observation : Entity
{
    /// <param name="on">The day it is the value of; of a value for a period, its last day.</param>
    /// <param name="today">In the programme's calendar.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When the day lies ahead, the value cannot be right, or the source is missing.</exception>
    public Observation(IndicatorSeries series, decimal value, DateOnly on, string source, ObservationQuality quality, string? remark, Guid? personId, DateOnly today, DateTime now)
    {
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Enter a value once it is known.");
        (SeriesId, TerritoryId, Value, On, Quality, RecordedById, RecordedAt) = (series.Id, series.TerritoryId, IndicatorSeries.Possible(value, "The value")!.Value, on, quality, personId, now);
        Source = Line(source, "The source of the value", 500);
        Remark = Optional(remark);
    }

#pragma warning disable CS8618 // read from the database
    private Observation() { }
#pragma warning restore CS8618

    public Guid SeriesId { get; private set; }

    /// <summary>Of its series; empty for the programme.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>In the unit of its series.</summary>
    public decimal Value { get; private set; }
    public DateOnly On { get; private set; }
    public string Source { get; private set; }
    public ObservationQuality Quality { get; private set; }
    public string? Remark { get; private set; }

    /// <summary>Who wrote it down; empty for the command line.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>When it was corrected or withdrawn (UTC); empty while it holds.</summary>
    public DateTime? EndedAt { get; private set; }
    public Guid? EndedById { get; private set; }

    /// <summary>Why it was corrected or withdrawn.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The value whose place it took; empty when it is the first.</summary>
    public Guid? SupersedesId { get; private set; }

    /// <summary>Only such a value is in any view; the others are its history.</summary>
    public bool IsCurrent => EndedAt is null;

    /// <summary>Another observation takes its place.</summary>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When it holds no more, the successor is none of its series, or no reason is given.</exception>
    public void Supersede(Observation successor, string? reason, Guid? personId, DateTime now)
    {
        Require(successor.SeriesId == SeriesId, "A value is corrected by another one of the same series.");
        Require(successor.Id != Id && successor.IsCurrent, "A value is corrected by another one, which holds.");
        End(reason, "corrected", personId, now);
        successor.SupersedesId = Id;
    }

    /// <summary>It should never have been there.</summary>
    /// <inheritdoc cref="Supersede" path="/param"/>
    /// <exception cref="RuleViolationException">When it holds no more, or no reason is given.</exception>
    public void Withdraw(string? reason, Guid? personId, DateTime now) => End(reason, "withdrawn", personId, now);

    /// <summary>Whether a value is so far from the last one that a slip of the pen is likely: ten times as much, or a tenth, or less.</summary>
    public static bool IsFarOff(decimal value, decimal last) => last != 0 && (Math.Abs(value) >= 10 * Math.Abs(last) || Math.Abs(value) <= Math.Abs(last) / 10);

    private void End(string? reason, string verb, Guid? personId, DateTime now)
    {
        Require(IsCurrent, "This value was corrected or withdrawn already. Look at the one that took its place.");
        Require(!string.IsNullOrWhiteSpace(reason), $"Say why the value is {verb}, in a few words.");
        (EndedAt, EndedById, EndReason) = (now, personId, Line(reason, "The reason", 500));
    }
}
