using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Adds a strand of work to a solution, or changes one.</summary>
public static class SaveStrand
{
    /// <param name="Id">Empty for the form of a new one.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id) : IRequest<Answer>;

    public sealed record Answer(Command Form, string Solution);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";

        /// <summary>Empty: a new one.</summary>
        public Guid? Id { get; init; }
        public Guid Version { get; init; }
        public string? Title { get; init; }
        public string? Description { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).Cascade(CascadeMode.Stop).Needed("Enter the name of the strand.").Line("The name", 300);
            RuleFor(c => c.Description).Text("The description", Solution.LongestText);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            var form = request.Id is not { } id ? new Command { Code = solution.Code } : await db.Strands.Where(s => s.Id == id && s.SolutionId == solution.Id)
                .Select(s => new Command { Code = solution.Code, Id = s.Id, Version = s.Version, Title = s.Title, Description = s.Description }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Strand", id);
            return new Answer(form, solution.Title);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.SolutionAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            Strand strand;
            if (request.Id is { } id)
            {
                strand = await db.Strands.SingleOrDefaultAsync(s => s.Id == id && s.SolutionId == solution.Id, cancellationToken) ?? throw new NotFoundException("Strand", id);
                db.ExpectVersion(strand, request.Version);
                strand.Call(request.Title!);
            }
            else
            {
                strand = db.Strands.Add(new Strand(solution.Id, solution.TerritoryId, request.Title!)).Entity;
            }
            strand.Describe(request.Description);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
