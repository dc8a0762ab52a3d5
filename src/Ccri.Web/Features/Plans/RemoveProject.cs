using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Removes a project that was entered by mistake, with its funding lines, effects and stages; refused while money of it is contracted or paid out.</summary>
public static class RemoveProject
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var project = await db.InvestmentProjects.Include(p => p.Stages).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Project", request.Id);
            access.RequireEdit(project.TerritoryId);
            db.ExpectVersion(project, request.Version);
            await using var held = await db.HoldAsync<Domain.Plans.InvestmentProject>(project.Id, cancellationToken); // nobody contracts money of it meanwhile
            var lines = await db.FundingLines.Where(l => l.ProjectId == project.Id).ToListAsync(cancellationToken);
            project.RequireRemovable(lines);
            db.FundingLines.RemoveRange(lines); // by name, so that the audit tells each
            db.Effects.RemoveRange(await db.Effects.Where(e => e.ProjectId == project.Id).ToListAsync(cancellationToken));
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == project.Id).ToListAsync(cancellationToken));
            db.StageChanges.RemoveRange(project.Stages);
            db.InvestmentProjects.Remove(project);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
