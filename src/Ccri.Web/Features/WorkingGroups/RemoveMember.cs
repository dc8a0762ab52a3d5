using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>A membership that was entered by mistake is removed, as long as nothing refers to it; one that was true is ended instead.</summary>
public static class RemoveMember
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(string Code, Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, GroupAccess groups) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var membership = await db.GroupMemberships.SingleOrDefaultAsync(m => m.Id == request.Id && m.WorkingGroupId == group.Id, cancellationToken) ?? throw new NotFoundException("Member", request.Id);
            db.ExpectVersion(membership, request.Version);
            await using var held = await db.HoldAsync<WorkingGroup>(group.Id, cancellationToken);
            if (await db.SubGroups.Where(s => s.CoordinatorMembershipId == membership.Id || s.Members.Any(m => m.MembershipId == membership.Id)).OrderBy(s => s.Name).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken) is { } part)
                throw new RuleViolationException($"It takes part in the sub-group “{part}”. Enter the last day of the membership instead.");
            if (await db.Sessions.AnyAsync(s => s.WorkingGroupId == group.Id && s.Attendees.Any(a => a.Category != null && a.TerritoryId == membership.TerritoryId && a.OrganisationId == membership.OrganisationId), cancellationToken))
                throw new RuleViolationException("Sessions of the group tell whether it came. Enter the last day of the membership instead.");
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == membership.Id).ToListAsync(cancellationToken));
            db.GroupMemberships.Remove(membership);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
