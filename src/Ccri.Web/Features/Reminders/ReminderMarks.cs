using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

internal static class ReminderMarks
{
    public static Task<ReminderMark?> MarkAsync(this CcriDbContext db, Guid? personId, ReminderKind kind, Guid subjectId, DateOnly dueOn, CancellationToken cancellationToken) =>
        db.ReminderMarks.SingleOrDefaultAsync(m => m.PersonId == personId && m.Kind == kind && m.SubjectId == subjectId && m.DueOn == dueOn, cancellationToken);

    /// <summary>The mark of a person on a thing; a new one is tracked.</summary>
    public static async Task<ReminderMark> MarkOrNewAsync(this CcriDbContext db, Guid personId, ReminderFact fact, CancellationToken cancellationToken)
    {
        if (await db.MarkAsync(personId, fact.Kind, fact.SubjectId, fact.DueOn, cancellationToken) is { } known)
            return known;
        var mark = new ReminderMark(personId, fact.Kind, fact.SubjectId, fact.DueOn);
        db.ReminderMarks.Add(mark);
        return mark;
    }
}
