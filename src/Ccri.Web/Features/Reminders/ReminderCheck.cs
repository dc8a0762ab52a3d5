using Ccri.Domain.Reminders;
using Ccri.Web.Data;

namespace Ccri.Web.Features.Reminders;

/// <summary>Looks again, right before something goes out, whether each reminder is still wanted: the work may be done, the day moved, the person gone.</summary>
public sealed class ReminderCheck(ReminderBookReader books, TimeProvider clock)
{
    /// <summary>Silences what is not wanted any more, in memory; whoever asks saves it.</summary>
    /// <param name="reminders">Tracked; waiting, or part of a mail that has not gone out.</param>
    /// <returns>What is still wanted.</returns>
    public async Task<IReadOnlyList<Reminder>> KeepWantedAsync(IReadOnlyList<Reminder> reminders, CancellationToken cancellationToken)
    {
        if (reminders.Count == 0)
            return reminders;
        var book = await books.ReadAsync([.. reminders.Select(r => r.Kind).Distinct()], [.. reminders.Select(r => r.SubjectId).Distinct()], cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var wanted = new List<Reminder>();
        foreach (var reminder in reminders)
        {
            if (book.Objection(reminder) is { } because)
                reminder.Silence(because, now);
            else
                wanted.Add(reminder);
        }
        return wanted;
    }
}
