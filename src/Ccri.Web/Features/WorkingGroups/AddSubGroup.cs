using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Makes a thematic part of a working group, coordinated by one of its members.</summary>
public static class AddSubGroup
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<OfferedMembers>;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SubGroupFields, IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SubGroupFields.Validator());
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups, GroupMembers members, ProgrammeCalendar calendar) : IRequestHandler<Query, OfferedMembers>
    {
        public async Task<OfferedMembers> Handle(Query request, CancellationToken cancellationToken) =>
            await OfferedMembers.ReadAsync(db, members, await db.LedGroupAsync(groups, request.Code, cancellationToken), [], calendar.Today, cancellationToken);
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var part = new SubGroup(group.Id, request.Name!);
            await using var held = await db.HoldAsync<WorkingGroup>(group.Id, cancellationToken);
            await request.FillAsync(part, db, cancellationToken);
            db.SubGroups.Add(part);
            await db.CiteRowAsync(part.Id, null, isChanged: false, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return part.Id;
        }
    }
}
