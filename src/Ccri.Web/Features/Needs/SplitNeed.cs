using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>One need was several: each line becomes a need of its own, served by what served the whole, and the whole is given up.</summary>
public static class SplitNeed
{
    public const int MostParts = 10;

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest<IReadOnlyList<int>>
    {
        public string Slug { get; init; } = "";
        public int Number { get; init; }
        public Guid Version { get; init; }

        /// <summary>A statement a line.</summary>
        public string? Parts { get; init; }
        public string? Reason { get; init; }

        internal IReadOnlyList<string> Lines => (Parts ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Parts).Must((command, _) => command.Lines.Count is >= 2 and <= MostParts).WithMessage((command, _) => $"Write 2 to {MostParts} needs, one a line; there {(command.Lines.Count == 1 ? "is 1" : $"are {command.Lines.Count}")}.");
            RuleFor(c => c.Parts).Must((command, _) => command.Lines.All(line => line.Length <= Need.LongestStatement)).WithMessage($"A line has more than {Need.LongestStatement} characters. Please shorten it.");
            RuleFor(c => c.Reason).Text("The reason", Need.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<int>>
    {
        public async Task<IReadOnlyList<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory.Id);
            var need = await db.Needs.NumberedAsync(territory.Id, request.Number, cancellationToken);
            db.ExpectVersion(need, request.Version);
            var activities = await db.ServingAsync(need, cancellationToken);
            var (next, now, parts) = (await db.NextNumberAsync(territory.Id, cancellationToken), clock.GetUtcNow().UtcDateTime, new List<Need>());
            Refusal.Try(nameof(Command.Parts), () => parts.AddRange(request.Lines.Select((line, index) => need.Split(next + index, need.Dimension, line))));
            db.Needs.AddRange(parts);
            foreach (var part in parts)
            {
                foreach (var activity in activities)
                {
                    activity.AlsoServe(part);
                    part.Serve();
                }
                db.NeedSteps.Add(NeedStep.With(part, NeedStepKind.Split, need, calendar.Today, request.Reason, user.PersonId, now));
                db.NeedSteps.Add(NeedStep.With(need, NeedStepKind.Split, part, calendar.Today, request.Reason, user.PersonId, now));
            }
            foreach (var activity in activities)
            {
                activity.ServeNoLonger(need); // else it would count for the whole and for its parts
                db.Touch(activity);
            }
            need.Drop($"Split into {string.Join(", ", parts.Select(p => $"need {p.Number}"))}.");
            db.NeedSteps.Add(new NeedStep(need, NeedStepKind.Dropped, calendar.Today, need.StateReason, user.PersonId, now)); // what tells its past asks for that
            await db.SaveChangesAsync(cancellationToken);
            return [.. parts.Select(p => p.Number)];
        }
    }
}
