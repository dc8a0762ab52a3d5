using System.Numerics;

namespace Ccri.Domain.Reminders;

/// <summary>When who is reminded of what, and how. A coordinator writes these; nothing is sent that no rule asks for. Source: product.md, "deadline reminders"; decision 28.</summary>
public sealed class ReminderRule : Entity
{
    /// <summary>In characters, days and numbers of days.</summary>
    public const int LongestName = 100, FarthestOffset = 365, MostOffsets = 12;

    /// <exception cref="RuleViolationException">When the name is missing or too long.</exception>
    public ReminderRule(ReminderKind kind, string name)
    {
        (Kind, Name, Audience) = (kind, "", ReminderAudience.Owner);
        Call(name);
        Offsets = [0];
    }

#pragma warning disable CS8618 // read from the database
    private ReminderRule() { }
#pragma warning restore CS8618

    public ReminderKind Kind { get; private set; }
    public string Name { get; private set; }

    /// <summary>Days from the due day, in their order: −3 is three days before it, 7 is a week after.</summary>
    public List<int> Offsets { get; private set; }

    /// <summary>How the offsets are counted.</summary>
    public DayCount Count { get; private set; }
    public ReminderAudience Audience { get; private set; }
    public ReminderChannel Channel { get; private set; }

    /// <summary>So many days after the due day somebody else is told, too; empty when nobody is.</summary>
    public int? EscalateAfter { get; private set; }

    /// <summary>Who that is.</summary>
    public ReminderAudience EscalateTo { get; private set; }

    /// <summary>The day it was switched on, in the programme's calendar; empty while it is off. It never reminds of days before.</summary>
    public DateOnly? OnSince { get; private set; }

    public bool IsOn => OnSince is not null;

    /// <exception cref="RuleViolationException">When the name is missing or too long.</exception>
    public void Call(string? name) => Name = Line(name, "The name of the rule", LongestName);

    /// <summary>On which days it reminds.</summary>
    /// <exception cref="RuleViolationException">When there is none, too many of them, or one that is too far away.</exception>
    public void Fall(IReadOnlyCollection<int> offsets, DayCount count)
    {
        var days = offsets.Distinct().Order().ToList();
        Require(days.Count > 0, "The rule needs a day on which it reminds, such as −3 for three days before the due day.");
        Require(days.Count <= MostOffsets, $"The rule reminds on {days.Count} days. Please choose at most {MostOffsets}.");
        Require(days.TrueForAll(d => Math.Abs(d) <= FarthestOffset), $"A reminder lies at most {FarthestOffset} days before or after the due day.");
        (Offsets, Count) = (days, count);
    }

    /// <summary>Who is told, and where.</summary>
    /// <exception cref="RuleViolationException">When it is nobody.</exception>
    public void Tell(ReminderAudience audience, ReminderChannel channel)
    {
        Require(audience != ReminderAudience.None, "Choose at least one who is reminded.");
        (Audience, Channel) = (audience, channel);
    }

    /// <summary>Whom to tell, too, when nothing has happened so many days after the due day.</summary>
    /// <param name="after">Empty: nobody.</param>
    /// <exception cref="RuleViolationException">When only one of the two is given, or the days lie before the due day or too far behind it.</exception>
    public void Escalate(int? after, ReminderAudience to)
    {
        Require(after is null == (to == ReminderAudience.None), "To tell somebody else, choose after how many days, and whom.");
        Require(after is null or (>= 1 and <= FarthestOffset), $"Somebody else is told 1 to {FarthestOffset} days after the due day.");
        Require(BitOperations.PopCount((uint)to) <= 1, "Choose one who is told when nothing has happened.");
        (EscalateAfter, EscalateTo) = (after, to);
    }

    /// <summary>From this day on it reminds; switched on again, nothing changes.</summary>
    public void SwitchOn(DateOnly today) => OnSince ??= today;

    public void SwitchOff() => OnSince = null;
}
