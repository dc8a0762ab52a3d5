using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Changes what is said of a solution; what is shown with a source names the new one.</summary>
public static class EditSolution
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SolutionFields, IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SolutionFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.SolutionAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            db.ExpectVersion(solution, request.Version);
            var before = SolutionFields.Cited(solution);
            await request.FillAsync(solution, db, cancellationToken);
            var isSourced = await db.FactNotes.AnyAsync(n => n.SubjectId == solution.Id && n.Field == "" && n.Sources.Any(), cancellationToken);
            await db.CiteRowAsync(solution.Id, solution.TerritoryId, isSourced && SolutionFields.Cited(solution) != before, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(solution); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
