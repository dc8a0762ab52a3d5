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

/// <summary>Adds a barrier or a lever of a solution, or changes one: what it is, since when, and what is done about it.</summary>
public static class SaveFactor
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
        public FactorKind? Kind { get; init; }
        public FactorDimension? Dimension { get; init; }
        public string? Text { get; init; }

        /// <summary>What is done about it, or made of it.</summary>
        public string? Response { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotNull().WithMessage("Say whether it is a barrier or a lever.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Dimension).NotNull().WithMessage("Choose the dimension.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Text).Cascade(CascadeMode.Stop).Needed("Say in a sentence what hinders or helps.").Text("The sentence", Solution.LongestText);
            RuleFor(c => c.Response).Text("What is done about it", Solution.LongestText);
            RuleFor(c => c.From).Must(KnownDay.IsSensible).WithMessage("The first day should lie after 1 Jan 2000.");
            RuleFor(c => c.To).Must(KnownDay.IsSensible).WithMessage("The last day should lie after 1 Jan 2000.").NotBefore(c => c.From);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            var form = request.Id is not { } id ? new Command { Code = solution.Code } : await db.Factors.Where(f => f.Id == id && f.SolutionId == solution.Id)
                .Select(f => new Command { Code = solution.Code, Id = f.Id, Version = f.Version, Kind = f.Kind, Dimension = f.Dimension, Text = f.Text, Response = f.Response, From = f.From, To = f.To })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Barrier or lever", id);
            return new Answer(form, solution.Title);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.SolutionAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            Factor factor;
            if (request.Id is { } id)
            {
                factor = await db.Factors.SingleOrDefaultAsync(f => f.Id == id && f.SolutionId == solution.Id, cancellationToken) ?? throw new NotFoundException("Barrier or lever", id);
                db.ExpectVersion(factor, request.Version);
                factor.Tell(request.Kind!.Value, request.Dimension!.Value, request.Text!);
            }
            else
            {
                factor = db.Factors.Add(new Factor(solution.Id, solution.TerritoryId, request.Kind!.Value, request.Dimension!.Value, request.Text!)).Entity;
            }
            factor.Answer(request.Response);
            Refusal.Try(nameof(Command.To), () => factor.Last(request.From, request.To));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
