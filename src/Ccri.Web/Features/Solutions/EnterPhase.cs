using Ccri.Domain;
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

/// <summary>A solution enters a phase, which may be an earlier one again.</summary>
public static class EnterPhase
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Last">The phase it is in, and since when; empty until one is recorded.</param>
    public sealed record Answer(Command Form, string Title, Phase? Last, PartialDate? Since);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
        public Phase? Phase { get; init; }
        public DateOnly? From { get; init; }
        public DatePrecision Precision { get; init; }

        /// <summary>Why, above all when it goes back.</summary>
        public string? Note { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Phase).NotNull().WithMessage("Choose the phase.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.From).NotNull().WithMessage("Enter the day from which it was in the phase.").Must(KnownDay.IsSensible).WithMessage("The day should lie after 1 Jan 2000.");
            RuleFor(c => c.Precision).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Note).Text("The note", 1000);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().Include(s => s.Phases).ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            var last = solution.Phases.MaxBy(p => p.Number);
            return new Answer(new Command { Code = solution.Code, Version = solution.Version }, solution.Title, last?.Phase, last is null ? null : new PartialDate(last.From, last.Precision));
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.Include(s => s.Phases).ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            db.ExpectVersion(solution, request.Version);
            var field = solution.Phase == request.Phase ? nameof(Command.Phase) : nameof(Command.From);
            Refusal.Try(field, () => solution.Enter(request.Phase!.Value, new PartialDate(request.From!.Value, request.Precision), request.Note, calendar.Today));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
