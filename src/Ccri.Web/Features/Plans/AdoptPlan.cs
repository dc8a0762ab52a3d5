using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A body of the territory adopted the plan; how it stands then is kept as a version. Of a plan in force, puts right when and by whom that was.</summary>
public static class AdoptPlan
{
    /// <summary>The form as it is saved now.</summary>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Source">Of what is said of the plan now.</param>
    public sealed record Answer(string Code, string Title, Command Form, SourceLine? Source);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
        public DateOnly? On { get; init; }

        /// <summary>The body, in words: "City council".</summary>
        public string? By { get; init; }

        /// <summary>The plan is in force already: only its day and body are put right, and no version is kept.</summary>
        public bool IsCorrection { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        private const string Needed = "A plan needs an adoption date and the body that adopted it.";

        public Validator()
        {
            RuleFor(c => c.On).NotNull().When(c => !c.IsCorrection).WithMessage($"{Needed} Enter the day.");
            RuleFor(c => c.By).NotEmpty().When(c => !c.IsCorrection).WithMessage($"{Needed} Enter the body, such as “City council”.");
            RuleFor(c => c.By).Line("The body", 300);
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Reader(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireEdit(plan.TerritoryId);
            var isCorrection = !Plan.Next(plan.Status).Contains(PlanStep.Adopt);
            return new Answer(plan.Code, plan.Title, new Command
            {
                Code = plan.Code, Version = plan.Version, IsCorrection = isCorrection, On = isCorrection ? plan.AdoptedOn : null, By = plan.AdoptedBy,
            }, SourceLine.Of((await db.NotesOf([plan.Id], cancellationToken)).GetValueOrDefault(plan.Id), calendar));
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var head = await db.PlanToEditAsync(access, request.Code, kind: null, cancellationToken);
            await using var held = await db.HoldAsync<Plan>(head.Id, cancellationToken);
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            db.ExpectVersion(plan, request.Version);
            var now = clock.GetUtcNow().UtcDateTime;
            if (request.IsCorrection)
            {
                RequireKnown(plan, request);
                Refusal.Try(nameof(Command.On), () => plan.CorrectAdoption(request.On, request.By, calendar.Today));
            }
            else
            {
                Refusal.Try(nameof(Command.On), () => plan.Adopt(request.On, request.By, calendar.Today));
            }
            var isChanged = db.Entry(plan).Properties.Any(property => property.IsModified);
            var isSourced = await db.FactNotes.AnyAsync(n => n.SubjectId == plan.Id && n.Field == "" && n.Sources.Any(), cancellationToken);
            await db.CiteRowAsync(plan.Id, plan.TerritoryId, isChanged && isSourced, request, user.PersonId, now, cancellationToken);
            if (!request.IsCorrection)
                await db.KeepAsync(plan, VersionOccasion.Adopted, null, user, now, cancellationToken);
            db.Touch(plan); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }

        /// <summary>What a source leaves open stays open; what somebody has said is put right, not taken away.</summary>
        private static void RequireKnown(Plan plan, Command request)
        {
            if (plan.AdoptedOn is { } on && request.On is null)
                throw Refusal.At(nameof(Command.On), $"The day of the adoption is known: {Words.Of(on)}. Enter the right one in its place.");
            if (plan.AdoptedBy is { } by && string.IsNullOrWhiteSpace(request.By))
                throw Refusal.At(nameof(Command.By), $"The body that adopted it is known: {by}. Enter the right one in its place.");
        }
    }
}
