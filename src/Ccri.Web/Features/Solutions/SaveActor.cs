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

/// <summary>Adds who takes part in a solution, or changes it: an organisation of the register, or one by name only.</summary>
public static class SaveActor
{
    /// <param name="Id">Empty for the form of a new one.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id) : IRequest<Answer>;

    public sealed record Answer(Command Form, string Solution, IReadOnlyList<Choice> Organisations);

    public sealed record Choice(Guid Id, string Name);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";

        /// <summary>Empty: a new one.</summary>
        public Guid? Id { get; init; }
        public Guid Version { get; init; }
        public ActorKind? Kind { get; init; }
        public Guid? OrganisationId { get; init; }

        /// <summary>Of who is not in the register.</summary>
        public string? Name { get; init; }

        /// <summary>What it does in the solution.</summary>
        public string? Part { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotNull().WithMessage("Choose the kind of actor.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Name).Line("The name", 300)
                .Must((c, name) => c.OrganisationId is null || string.IsNullOrWhiteSpace(name)).WithMessage("Both are given. Choose an organisation of the register, or enter the name of one that is not in it.");
            RuleFor(c => c.OrganisationId).NotNull().When(c => string.IsNullOrWhiteSpace(c.Name)).WithMessage("Choose an organisation of the register, or enter the name of one that is not in it.");
            RuleFor(c => c.Part).Text("Its part", 1000);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            var form = request.Id is not { } id ? new Command { Code = solution.Code } : await db.Actors.Where(a => a.Id == id && a.SolutionId == solution.Id)
                .Select(a => new Command { Code = solution.Code, Id = a.Id, Version = a.Version, Kind = a.Kind, OrganisationId = a.OrganisationId, Name = a.Name, Part = a.Part })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Actor", id);
            var organisations = await db.OrganisationsFor(user, solution.TerritoryId, form.OrganisationId).OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancellationToken);
            return new Answer(form, solution.Title, organisations);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.SolutionAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            if (request.OrganisationId is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken))
                throw Refusal.At(nameof(Command.OrganisationId), "There is no such organisation. Choose one of the list.");
            Actor actor;
            if (request.Id is { } id)
            {
                actor = await db.Actors.SingleOrDefaultAsync(a => a.Id == id && a.SolutionId == solution.Id, cancellationToken) ?? throw new NotFoundException("Actor", id);
                db.ExpectVersion(actor, request.Version);
                Refusal.Try(nameof(Command.Name), () => actor.Identify(request.Kind!.Value, request.OrganisationId, request.Name));
            }
            else
            {
                actor = db.Actors.Add(new Actor(solution.Id, solution.TerritoryId, request.Kind!.Value, request.OrganisationId, request.Name)).Entity;
            }
            actor.Play(request.Part);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
