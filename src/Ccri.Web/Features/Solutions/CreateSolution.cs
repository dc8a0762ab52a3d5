using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Adds a solution of a territory; it gets the next code of the territory.</summary>
public static class CreateSolution
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SolutionFields, IRequest<string>
    {
        /// <summary>The territory's address.</summary>
        public string? Territory { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Territory).Needed("Choose the territory whose solution it is.");
            Include(new SolutionFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Territory).Select(t => new { t.Id, t.Slug }).SingleOrDefaultAsync(cancellationToken)
                ?? throw Refusal.At(nameof(Command.Territory), "There is no such territory. Choose one of the list.");
            access.RequireEdit(territory.Id);
            await using var held = await db.HoldAsync<Territory>(territory.Id, cancellationToken); // two who add at once get two numbers
            var solution = new Solution(territory.Id, await db.Solutions.Select(s => s.Code).NextAsync("CSS", territory.Slug, cancellationToken), request.Title!);
            await request.FillAsync(solution, db, cancellationToken);
            db.Solutions.Add(solution);
            if (!string.IsNullOrWhiteSpace(request.Source))
                db.CiteNew(solution.Id, territory.Id, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return solution.Code;
        }
    }
}
