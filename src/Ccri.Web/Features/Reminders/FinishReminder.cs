using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>The person who asks is done with something, or is not after all. A follow-up and a reminder made by hand are done themselves; of anything else only the reminding ends.</summary>
public static class FinishReminder
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command(ReminderKind Kind, Guid SubjectId, DateOnly DueOn, bool IsDone = true) : IRequest<Answer>;

    /// <param name="StaysOpen">The page of what stays open though nobody is reminded of it; empty when it is done itself.</param>
    public sealed record Answer(string Title, string? StaysOpen);

    public sealed class Handler(CcriDbContext db, ReminderDesk desk, CurrentUser user, Access access, GroupAccess groups, TimeProvider clock) : IRequestHandler<Command, Answer>
    {
        public Task<Answer> Handle(Command request, CancellationToken cancellationToken) => request.IsDone ? FinishAsync(request, cancellationToken) : ReopenAsync(request, cancellationToken);

        private async Task<Answer> FinishAsync(Command request, CancellationToken cancellationToken)
        {
            if (await desk.TryFindAsync(request.Kind, request.SubjectId, request.DueOn, cancellationToken) is not { Fact: var fact })
                return await DoneAlreadyAsync(request, cancellationToken) is { } done ? new Answer(done, null) : throw new NotFoundException("Reminder", request.SubjectId);
            var now = clock.GetUtcNow().UtcDateTime;
            var isItself = true;
            if (await OwnAsync(request, cancellationToken) is { } own)
                own.Finish(now);
            else if (await ContactAsync(request, cancellationToken) is { } contact)
                contact.Finish(now);
            else if (await ItemAsync(request, cancellationToken) is { } item)
                item.Finish(now);
            else
            {
                (await db.MarkOrNewAsync(user.PersonId!.Value, fact, cancellationToken)).Finish(now);
                isItself = false;
            }
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(fact.Title, isItself ? null : fact.Address);
        }

        /// <summary>What it is, where the button was pressed twice or the thing was done elsewhere meanwhile.</summary>
        private async Task<string?> DoneAlreadyAsync(Command request, CancellationToken cancellationToken) => true switch
        {
            _ when await OwnAsync(request, cancellationToken) is { DoneAt: not null } own => own.Text,
            _ when await db.MarkAsync(user.PersonId, request.Kind, request.SubjectId, request.DueOn, cancellationToken) is { DoneAt: not null } mark => Words.Of(mark.Kind),
            _ when await ContactAsync(request, cancellationToken) is { FollowUpDoneAt: not null } contact => contact.FollowUp,
            _ when await ItemAsync(request, cancellationToken) is { DoneAt: not null } item => item.Text,
            _ => null,
        };

        private async Task<Answer> ReopenAsync(Command request, CancellationToken cancellationToken)
        {
            var title = "";
            if (await OwnAsync(request, cancellationToken) is { } own)
            {
                own.Reopen();
                title = own.Text;
            }
            else if (await db.MarkAsync(user.PersonId, request.Kind, request.SubjectId, request.DueOn, cancellationToken) is { DoneAt: not null } mark)
            {
                mark.Reopen();
                title = Words.Of(mark.Kind);
            }
            else if (await ContactAsync(request, cancellationToken) is { } contact)
            {
                contact.Reopen();
                title = contact.FollowUp!;
            }
            else if (await ItemAsync(request, cancellationToken) is { } item)
            {
                item.Reopen();
                title = item.Text;
            }
            else
            {
                throw new NotFoundException("Reminder", request.SubjectId);
            }
            await db.SaveChangesAsync(cancellationToken);
            return new Answer((await desk.TryFindAsync(request.Kind, request.SubjectId, request.DueOn, cancellationToken))?.Fact.Title ?? title, null);
        }

        private async Task<OwnReminder?> OwnAsync(Command request, CancellationToken cancellationToken) =>
            request.Kind != ReminderKind.OwnReminder ? null : await db.OwnReminders.SingleOrDefaultAsync(r => r.Id == request.SubjectId && r.OwnerId == user.PersonId, cancellationToken) ?? throw new NotFoundException("Reminder", request.SubjectId);

        /// <summary>A follow-up of a contact that the user may finish, as the log of contacts asks it.</summary>
        private async Task<Domain.Territories.LoggedContact?> ContactAsync(Command request, CancellationToken cancellationToken) =>
            request.Kind == ReminderKind.FollowUp && user.Has(Role.Officer, Role.Coordinator)
                && await db.LoggedContacts.SingleOrDefaultAsync(c => c.Id == request.SubjectId && c.FollowUp != null, cancellationToken) is { } contact && access.MayEditForOffice(contact.TerritoryId) ? contact : null;

        /// <summary>A follow-up of a session that the user may finish: the own one, one of the own territory, or of a group that the user writes for.</summary>
        private async Task<SessionItem?> ItemAsync(Command request, CancellationToken cancellationToken)
        {
            if (request.Kind != ReminderKind.FollowUp || await db.SessionItems.SingleOrDefaultAsync(i => i.Id == request.SubjectId && i.Kind == ItemKind.Action, cancellationToken) is not { } item)
                return null;
            var isOwn = item.OwnerId is { } owner && owner == user.PersonId;
            var session = await (isOwn ? db.Sessions : groups.Visible(db.Sessions)).Where(s => s.Id == item.SessionId).Select(s => new { s.WorkingGroupId, s.SubGroupId }).SingleOrDefaultAsync(cancellationToken);
            return session is not null && groups.MayFinish(session.WorkingGroupId, session.SubGroupId, item.OwnerId, item.OwnerTerritoryId) ? item : null;
        }
    }
}
