using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Changes as what and how long a member takes part; who it is stays: another member is another entry.</summary>
public static class EditMember
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code, Guid Id) : IRequest<Answer>;

    /// <param name="IsTerritory">Which of the categories fit.</param>
    public sealed record Answer(string Group, string Name, bool IsTerritory, Command Form)
    {
        public IEnumerable<MemberCategory> Categories => IsTerritory ? [MemberCategory.Pilot, MemberCategory.Fellow] : [MemberCategory.CcriProject, MemberCategory.AssociatedPartner];
    }

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string? Code { get; init; }
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public MemberCategory? Category { get; init; }
        public DateOnly? From { get; init; }

        /// <summary>The last day.</summary>
        public DateOnly? To { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Category).NotNull().WithMessage("Choose as what it takes part.");
            RuleFor(c => c.Category).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.To).NotBefore(c => c.From);
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups, GroupMembers members) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var one = db.GroupMemberships.Where(m => m.Id == request.Id && m.WorkingGroupId == group.Id);
            var line = (await members.ReadAsync(one, cancellationToken)).SingleOrDefault() ?? throw new NotFoundException("Member", request.Id);
            var version = await one.Select(m => m.Version).SingleAsync(cancellationToken);
            return new Answer(group.Name, line.Name, line.IsTerritory, new Command { Code = group.Code, Id = line.Id, Version = version, Category = line.Category, From = line.From, To = line.To });
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var membership = await db.GroupMemberships.SingleOrDefaultAsync(m => m.Id == request.Id && m.WorkingGroupId == group.Id, cancellationToken) ?? throw new NotFoundException("Member", request.Id);
            db.ExpectVersion(membership, request.Version);
            var before = (membership.Category, membership.From, membership.To);
            Refusal.Try(nameof(Command.Category), () => membership.Count(request.Category!.Value));
            Refusal.Try(nameof(Command.To), () => membership.Last(request.From, request.To));
            await using var held = await db.HoldAsync<WorkingGroup>(group.Id, cancellationToken);
            await GroupMembershipTwice.RefuseAsync(db, membership, nameof(Command.From), cancellationToken);
            await db.CiteRowAsync(membership.Id, membership.TerritoryId, before != (membership.Category, membership.From, membership.To), request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(membership); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
