using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Whether the support office helps with a solution; a tier without individual support needs an exception.</summary>
public static class SupportSolution
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(Command Form, string Title, bool MayExcept);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
        public bool IsSupported { get; init; }

        /// <summary>Why a coordinator accepts what the tier would refuse.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Exception).Text("The reason", Acceptance.LongestReason);
    }

    public sealed class Reader(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireOffice(solution.TerritoryId);
            return new Answer(new Command { Code = solution.Code, Version = solution.Version, IsSupported = solution.IsSupported }, solution.Title, user.Has(Role.Coordinator));
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.SolutionAsync(request.Code, cancellationToken);
            access.RequireOffice(solution.TerritoryId);
            db.ExpectVersion(solution, request.Version);
            if (request.IsSupported && !solution.IsSupported)
                await db.RequireSupportAsync(Entitlement.Individual, solution.Id, solution.TerritoryId, calendar.Today, request.Exception, user, clock.GetUtcNow().UtcDateTime, nameof(Command.IsSupported), cancellationToken);
            solution.Support(request.IsSupported);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
