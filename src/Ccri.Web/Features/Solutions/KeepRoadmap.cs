using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Keeps the roadmap as it stands now, as its next version; what comes later does not change it.</summary>
public static class KeepRoadmap
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest<int>
    {
        public string Code { get; init; } = "";
        public DateOnly? AgreedOn { get; init; }
        public string? Note { get; init; }

        /// <summary>Why a coordinator accepts a roadmap that the tier does not entitle to.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.AgreedOn).NotNull().WithMessage("Enter the day on which it was agreed.").Must(KnownDay.IsSensible).WithMessage("The day should lie after 1 Jan 2000.");
            RuleFor(c => c.Note).Text("The note", 1000);
            RuleFor(c => c.Exception).Text("The reason", Acceptance.LongestReason);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            await db.RequireSupportAsync(Entitlement.Roadmap, solution.Id, solution.TerritoryId, calendar.Today, request.Exception, user, clock.GetUtcNow().UtcDateTime, nameof(Command.AgreedOn), cancellationToken);
            await using var held = await db.HoldAsync<Solution>(solution.Id, cancellationToken); // two who keep it at once get two numbers
            var picture = await RoadmapPicture.ReadAsync(db.Milestones.Where(m => m.SolutionId == solution.Id), cancellationToken);
            if (picture.Rows.Count == 0)
                throw Refusal.At(nameof(Command.AgreedOn), "The roadmap has no milestone yet. Add the first one, then keep it as a version.");
            var number = await db.RoadmapVersions.Where(v => v.SolutionId == solution.Id).MaxAsync(v => (int?)v.Number, cancellationToken) + 1 ?? 1;
            Refusal.Try(nameof(Command.AgreedOn), () => db.RoadmapVersions.Add(new RoadmapVersion(solution.Id, solution.TerritoryId, number, request.AgreedOn!.Value, request.Note, KeptPicture.Of(picture), calendar.Today)));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return number;
        }
    }
}
