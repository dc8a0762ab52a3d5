using Ccri.Domain.Reminders;

namespace Ccri.Web.Features.Reminders;

/// <summary>One thing of which a mail reminds, though several rules may ask for it.</summary>
/// <param name="Reminders">At least one; the first stands for all.</param>
public sealed record DigestLine(IReadOnlyList<Reminder> Reminders)
{
    public Reminder First => Reminders[0];

    /// <summary>Somebody else should have done it.</summary>
    public bool IsEscalated => Reminders.Any(r => r.Step == ReminderStep.Escalation);

    public bool WasPutOff => Reminders.Any(r => r.Step == ReminderStep.Snoozed);
}

/// <summary>Lines under one heading: late, this week, later.</summary>
public sealed record DigestGroup(string Heading, IReadOnlyList<DigestLine> Lines);

/// <summary>What a mail says, before it is written as text and as HTML: the most urgent first, each thing once.</summary>
public sealed record DigestLines(IReadOnlyList<DigestGroup> Groups, int Total, int Late)
{
    /// <summary>A mail is read in a minute; the page holds the rest.</summary>
    public const int Most = 50;

    public int More => Total - Groups.Sum(g => g.Lines.Count);

    public DigestLine MostUrgent => Groups[0].Lines[0];

    /// <param name="reminders">At least one.</param>
    public static DigestLines Of(IEnumerable<Reminder> reminders, DateOnly today)
    {
        var lines = reminders.GroupBy(r => (r.Kind, r.SubjectId, r.DueOn)).Select(thing => new DigestLine([.. thing.OrderBy(r => r.Step).ThenBy(r => r.Id)]))
            .OrderBy(l => l.First.DueOn).ThenBy(l => l.First.Title, StringComparer.Ordinal).ThenBy(l => l.First.Id).ToList();
        var endOfWeek = ReminderHabits.WeekOf(today).AddDays(6);
        var groups = lines.Take(Most).GroupBy(l => l.First.DueOn < today ? "Late" : l.First.DueOn <= endOfWeek ? "This week" : "Later").Select(g => new DigestGroup(g.Key, [.. g]));
        return new DigestLines([.. groups], lines.Count, lines.Count(l => l.First.DueOn < today));
    }
}
