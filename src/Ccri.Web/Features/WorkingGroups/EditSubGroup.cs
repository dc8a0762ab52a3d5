using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Changes a sub-group: its name, who coordinates it, who takes part and how long it lasts.</summary>
public static class EditSubGroup
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code, Guid Id) : IRequest<Answer>;

    public sealed record Answer(OfferedMembers Offered, Command Form);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SubGroupFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SubGroupFields.Validator());
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups, GroupMembers members, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var part = await db.SubGroups.AsNoTracking().Include(s => s.Members).SingleOrDefaultAsync(s => s.Id == request.Id && s.WorkingGroupId == group.Id, cancellationToken) ?? throw new NotFoundException("Sub-group", request.Id);
            Guid[] chosen = [.. part.Members.Select(m => m.MembershipId)];
            return new Answer(await OfferedMembers.ReadAsync(db, members, group, chosen, calendar.Today, cancellationToken), new Command
            {
                Code = group.Code, Id = part.Id, Version = part.Version, Name = part.Name, Coordinator = part.CoordinatorMembershipId, Members = chosen, From = part.From, To = part.To,
            });
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var part = await db.SubGroups.Include(s => s.Members).SingleOrDefaultAsync(s => s.Id == request.Id && s.WorkingGroupId == group.Id, cancellationToken) ?? throw new NotFoundException("Sub-group", request.Id);
            db.ExpectVersion(part, request.Version);
            var before = (part.Name, part.CoordinatorMembershipId, part.From, part.To);
            await using var held = await db.HoldAsync<WorkingGroup>(group.Id, cancellationToken);
            await request.FillAsync(part, db, cancellationToken);
            await db.CiteKnownAsync(part.Id, before != (part.Name, part.CoordinatorMembershipId, part.From, part.To), request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(part); // also when only its members changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
