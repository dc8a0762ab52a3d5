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

/// <summary>Pauses, resumes, stops, redesigns or completes a solution: with the day, the reason, and what others can learn from it.</summary>
public static class ChangeState
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Next">What can become of it now.</param>
    public sealed record Answer(Command Form, string Title, SolutionState State, IReadOnlyList<SolutionState> Next);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
        public SolutionState? To { get; init; }
        public DateOnly? On { get; init; }
        public DatePrecision Precision { get; init; }
        public string? Reason { get; init; }
        public string? Lesson { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.To).NotNull().WithMessage("Choose what became of the solution.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.On).NotNull().WithMessage("Enter the day on which it changed.").Must(KnownDay.IsSensible).WithMessage("The day should lie after 1 Jan 2000.");
            RuleFor(c => c.Precision).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Reason).Needed("Say why, in a sentence.").Text("The reason", Solution.LongestText);
            RuleFor(c => c.Lesson).Needed("Say what others can learn from it, in a sentence.").Text("The lesson", Solution.LongestText);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            return new Answer(new Command { Code = solution.Code, Version = solution.Version }, solution.Title, solution.State, Solution.Next(solution.State));
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.Include(s => s.Changes).ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            db.ExpectVersion(solution, request.Version);
            var to = request.To!.Value;
            Refusal.Try(Solution.Next(solution.State).Contains(to) ? nameof(Command.On) : nameof(Command.To), () => Change(solution, to, request));
            db.Touch(solution); // redesigned once more is the same state
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private StateChange Change(Solution solution, SolutionState to, Command request)
        {
            var (on, today) = (new PartialDate(request.On!.Value, request.Precision), calendar.Today);
            return to switch
            {
                SolutionState.Paused => solution.Pause(on, request.Reason!, request.Lesson!, today),
                SolutionState.Stopped => solution.Stop(on, request.Reason!, request.Lesson!, today),
                SolutionState.Redesigned => solution.Redesign(on, request.Reason!, request.Lesson!, today),
                SolutionState.Completed => solution.Complete(on, request.Reason!, request.Lesson!, today),
                _ => solution.Resume(on, request.Reason!, request.Lesson!, today),
            };
        }
    }
}
