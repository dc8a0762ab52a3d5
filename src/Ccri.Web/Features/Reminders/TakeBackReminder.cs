using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>What was put off or handed over is on the list again of whoever did so.</summary>
public static class TakeBackReminder
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command(ReminderKind Kind, Guid SubjectId, DateOnly DueOn) : IRequest;

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var own = request.Kind == ReminderKind.OwnReminder ? await db.OwnReminders.SingleOrDefaultAsync(r => r.Id == request.SubjectId && r.MadeById == user.PersonId && user.PersonId != null, cancellationToken) : null;
            var mark = await db.MarkAsync(user.PersonId, request.Kind, request.SubjectId, request.DueOn, cancellationToken);
            if (own is null && mark is null)
                throw new NotFoundException("Reminder", request.SubjectId);
            mark?.Wake();
            mark?.TakeBack();
            if (own is not null && own.OwnerId != user.PersonId)
                own.HandOver(user.PersonId!.Value);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
