using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>A sub-group that was entered by mistake is removed, as long as nothing refers to it; one that has met is ended instead.</summary>
public static class RemoveSubGroup
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(string Code, Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, GroupAccess groups) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var part = await db.SubGroups.Include(s => s.Members).SingleOrDefaultAsync(s => s.Id == request.Id && s.WorkingGroupId == group.Id, cancellationToken) ?? throw new NotFoundException("Sub-group", request.Id);
            db.ExpectVersion(part, request.Version);
            if (await db.Sessions.AnyAsync(s => s.SubGroupId == part.Id, cancellationToken))
                throw new RuleViolationException("It has sessions. Enter its last day instead; then it stays in the history.");
            if (await db.RoleAssignments.AnyAsync(r => r.SubGroupId == part.Id, cancellationToken))
                throw new RuleViolationException("Somebody has or had a role for it. Enter its last day instead; then it stays in the history.");
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == part.Id).ToListAsync(cancellationToken));
            db.SubGroups.Remove(part);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
