namespace Ccri.Domain.Reminders;

/// <summary>What somebody was mailed of reminders before a forecast begins.</summary>
/// <param name="ThisWeek">Mails since Monday.</param>
public sealed record MailsBefore(int ThisWeek, bool HadOneToday);

/// <summary>What becomes of a reminder that will fall.</summary>
/// <param name="MailedOn">The day of the mail that holds it; empty when it is only shown, not wanted, or still waits on the last day.</param>
/// <param name="Held">Why it is not mailed on its day.</param>
/// <param name="IsWaiting">Whether it still waits on the last day.</param>
public sealed record ForecastReminder(PlannedReminder Planned, DateOnly? MailedOn, ReminderReason? Held, bool IsWaiting = false);

/// <summary>
/// Which mails will be made of the reminders that will fall, by the rules that the job keeps: habits, one a day, so many a week, one mail for all that waits.
/// A pure function of what it is given. It looks once a day, at the person's hour, which never lies in their quiet hours.
/// </summary>
/// <param name="from">The moment of the first day, by the programme's clock, before which no mail is made any more.</param>
/// <param name="habits">Of a person; who has said nothing has those of a new one.</param>
/// <param name="before">Of a person, on the first day.</param>
public sealed class DigestForecast(DateTime from, DateOnly until, IReadOnlyCollection<Unsubscription> unsubscriptions, Func<Guid, ReminderHabits> habits, Func<Guid, MailsBefore> before)
{
    private readonly HashSet<(Guid, Guid)> _unsubscribed = [.. unsubscriptions.Select(u => (u.PersonId, u.RuleId))];

    /// <param name="planned">Of all rules that are on, from the first day to the last: what else is in a person's mails decides when the next one goes.</param>
    /// <returns>In the same order.</returns>
    public IReadOnlyList<ForecastReminder> Of(IReadOnlyList<PlannedReminder> planned)
    {
        var told = new ForecastReminder[planned.Count];
        foreach (var person in Enumerable.Range(0, planned.Count).GroupBy(i => planned[i].PersonId))
            Tell(person.Key, [.. person.OrderBy(i => planned[i].On)], planned, told);
        return told;
    }

    private void Tell(Guid person, IReadOnlyList<int> own, IReadOnlyList<PlannedReminder> planned, ForecastReminder[] told)
    {
        foreach (var i in own)
            told[i] = new ForecastReminder(planned[i], null, planned[i].Rule.Channel != ReminderChannel.App && IsUnsubscribed(planned[i]) ? ReminderReason.Unsubscribed : null);
        var (habit, (thisWeek, hadOne)) = (habits(person), before(person));
        var coming = new Queue<int>(own.Where(i => planned[i].Rule.Channel != ReminderChannel.App && !IsUnsubscribed(planned[i])));
        var waiting = new List<int>();
        for (var day = DateOnly.FromDateTime(from); day <= until && coming.Count + waiting.Count > 0; day = day.AddDays(1), hadOne = false)
        {
            if (day == ReminderHabits.WeekOf(day) && day != DateOnly.FromDateTime(from))
                thisWeek = 0;
            while (coming.TryPeek(out var next) && planned[next].On <= day)
                waiting.Add(coming.Dequeue());
            foreach (var late in waiting.Where(i => planned[i].On < day.AddDays(-Reminder.UsefulDays)))
                told[late] = new ForecastReminder(planned[late], null, ReminderReason.TooLate);
            waiting.RemoveAll(i => told[i].Held == ReminderReason.TooLate);
            if (waiting.Count == 0)
                continue;
            var objection = habit.Objection(Moment(day, habit.Hour), thisWeek, hadOne);
            foreach (var i in waiting)
                told[i] = told[i] with { MailedOn = objection is null ? day : null, Held = told[i].Held ?? objection, IsWaiting = objection is not null };
            if (objection is not null)
                continue;
            (thisWeek, hadOne) = (thisWeek + 1, true);
            waiting.Clear();
        }
    }

    private bool IsUnsubscribed(PlannedReminder planned) => _unsubscribed.Contains((planned.PersonId, planned.Rule.Id));

    /// <summary>When the job would look: at the hour, or now where that has passed.</summary>
    private DateTime Moment(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0)) is var usual && usual < from ? from : usual;
}
