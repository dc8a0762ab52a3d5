namespace Ccri.Domain.Reminders;

/// <summary>A reminder that follows from a rule and a fact.</summary>
/// <param name="On">The day on which it falls.</param>
/// <param name="Offset">See <see cref="Reminder.Offset"/>.</param>
/// <param name="Missed">Why it is told as missed and not sent; empty of one that is sent.</param>
public sealed record PlannedReminder(ReminderRule Rule, ReminderFact Fact, Guid PersonId, DateOnly On, int Offset, ReminderStep Step, ReminderReason? Missed = null)
{
    public ReminderKey Key => new(Rule.Id, Fact.SubjectId, Fact.DueOn, On, PersonId);
}

/// <summary>
/// Which reminders follow from the rules, the facts, the day and what was planned before: a pure function, so that a preview, a test and the job say
/// the same. It never looks at a clock. Source: architecture.md "Work that must not be lost"; decision 28.
/// </summary>
public static class ReminderPlanner
{
    /// <summary>
    /// What is to be planned today. Days that were not looked at are caught up: of each thing, rule and person only the last reminder is sent, and
    /// that only while it is at most <see cref="Reminder.UsefulDays"/> days old; the others are told as missed. A rule that was switched on on the
    /// last day that was planned, perhaps after the last look at it, begins on that day.
    /// </summary>
    /// <param name="plannedUpTo">The last day that was planned; empty when none was.</param>
    /// <param name="before">What was planned already; that of the last weeks is enough.</param>
    public static IReadOnlyList<PlannedReminder> Plan(ReminderBook book, DateOnly? plannedUpTo, DateOnly today, IReadOnlyCollection<Reminder> before)
    {
        var from = plannedUpTo < today ? plannedUpTo.Value.AddDays(1) : today;
        var on = book.Rules.Where(r => r.IsOn).ToList();
        var late = plannedUpTo < today ? Steps(book, on.FindAll(r => r.OnSince == plannedUpTo), plannedUpTo.Value, plannedUpTo.Value) : [];
        var keys = before.Select(r => r.Key).ToHashSet();
        var offsets = before.Where(r => r.Step != ReminderStep.Snoozed).Select(r => (r.RuleId, r.SubjectId, r.DueOn, r.PersonId, r.Offset)).ToHashSet();
        return
        [
            .. late.Concat(Steps(book, on, from, today))
                .Where(s => !keys.Contains(s.Key) && (s.Step == ReminderStep.Snoozed || !offsets.Contains((s.Rule.Id, s.Fact.SubjectId, s.Fact.DueOn, s.PersonId, s.Offset))))
                .GroupBy(s => (s.Rule.Id, s.Fact.SubjectId, s.Fact.DueOn, s.PersonId))
                .SelectMany(chain => CaughtUp([.. chain], today)),
        ];
    }

    /// <summary>What will be planned from one day to another if nothing changes: the preview. Rules that are off are taken to be switched on today.</summary>
    public static IReadOnlyList<PlannedReminder> Ahead(ReminderBook book, IReadOnlyCollection<ReminderRule> rules, DateOnly from, DateOnly until) =>
        [.. Steps(book, rules, from, until).OrderBy(s => s.On).ThenBy(s => s.Fact.DueOn).ThenBy(s => s.Fact.Title, StringComparer.Ordinal).ThenBy(s => s.Fact.SubjectId).ThenBy(s => s.PersonId)];

    private static IEnumerable<PlannedReminder> CaughtUp(List<PlannedReminder> chain, DateOnly today)
    {
        var last = chain.MaxBy(s => s.On)!;
        return chain.Select(s => ReferenceEquals(s, last)
            ? s.On < today.AddDays(-Reminder.UsefulDays) ? s with { Missed = ReminderReason.TooLate } : s
            : s with { Missed = ReminderReason.LaterOne });
    }

    private static IEnumerable<PlannedReminder> Steps(ReminderBook book, IReadOnlyCollection<ReminderRule> rules, DateOnly from, DateOnly until)
    {
        var byKind = rules.ToLookup(r => r.Kind);
        return book.Facts.SelectMany(fact => byKind[fact.Kind].SelectMany(rule => Steps(book, rule, fact, Latest(from, rule.OnSince, fact.OpenFrom), until))).DistinctBy(s => s.Key);
    }

    private static IEnumerable<PlannedReminder> Steps(ReminderBook book, ReminderRule rule, ReminderFact fact, DateOnly from, DateOnly until)
    {
        var usual = rule.Offsets.Select(offset => (Offset: offset, On: DayOf(book, rule, fact, offset))).Where(s => s.On >= from && s.On <= until).ToList();
        var people = book.PeopleOf(fact, rule.Audience).ToList();
        foreach (var person in people)
        {
            var snoozed = book.MarkOf(person, fact)?.SnoozedUntil;
            if (snoozed >= from && snoozed <= until)
                yield return Snoozed(rule, fact, person, snoozed.Value);
            foreach (var (offset, on) in usual.Where(s => snoozed is null || s.On > snoozed))
                yield return new PlannedReminder(rule, fact, person, on, offset, ReminderStep.Usual);
        }
        if (rule.EscalateAfter is not { } after)
            yield break;
        var day = book.Days.Add(fact.DueOn, after, rule.Count, fact.Country);
        foreach (var person in book.PeopleOf(fact, rule.EscalateTo).Except(people))
        {
            var snoozed = book.MarkOf(person, fact)?.SnoozedUntil;
            if (snoozed >= day && snoozed >= from && snoozed <= until)
                yield return Snoozed(rule, fact, person, snoozed.Value);
            else if (day >= from && day <= until && (snoozed is null || day > snoozed))
                yield return new PlannedReminder(rule, fact, person, day, after, ReminderStep.Escalation);
        }
    }

    /// <summary>What opens on a day off is told of on the next working day, not on the one before, when it is not open.</summary>
    private static DateOnly DayOf(ReminderBook book, ReminderRule rule, ReminderFact fact, int offset) =>
        book.Days.Add(fact.DueOn, offset, rule.Count, fact.Country) is var day && offset == 0 && day < fact.OpenFrom ? book.Days.Add(fact.OpenFrom.Value, 1, rule.Count, fact.Country) : day;

    private static DateOnly Latest(DateOnly from, DateOnly? onSince, DateOnly? openFrom) => new[] { from, onSince ?? from, openFrom ?? from }.Max();

    private static PlannedReminder Snoozed(ReminderRule rule, ReminderFact fact, Guid person, DateOnly until) =>
        new(rule, fact, person, until, until.DayNumber - fact.DueOn.DayNumber, ReminderStep.Snoozed);
}
