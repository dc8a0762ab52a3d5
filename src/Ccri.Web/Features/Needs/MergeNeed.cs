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

/// <summary>Two needs were one: it lives on in the other, and what served it serves the other.</summary>
public static class MergeNeed
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Slug { get; init; } = "";
        public int Number { get; init; }
        public Guid Version { get; init; }

        /// <summary>The number of the need in which it lives on.</summary>
        public int? Into { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Into).NotNull().WithMessage("Choose the need in which it lives on.");
            RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why the two are one.").Text("The reason", Need.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory.Id);
            var need = await db.Needs.NumberedAsync(territory.Id, request.Number, cancellationToken);
            db.ExpectVersion(need, request.Version);
            var other = await db.Needs.SingleOrDefaultAsync(n => n.TerritoryId == territory.Id && n.Number == request.Into, cancellationToken) ?? throw Refusal.At(nameof(Command.Into), "There is no such need. Choose one of the list.");
            Refusal.Try(nameof(Command.Into), () => need.MergeInto(other, request.Reason));
            foreach (var activity in await db.ServingAsync(need, cancellationToken))
            {
                activity.AlsoServe(other);
                activity.ServeNoLonger(need);
                db.Touch(activity); // what it served is a part of it
                if (other.State == NeedState.Open)
                    other.Serve();
            }
            var (now, today) = (clock.GetUtcNow().UtcDateTime, calendar.Today);
            db.NeedSteps.Add(NeedStep.With(need, NeedStepKind.Merged, other, today, request.Reason, user.PersonId, now));
            db.NeedSteps.Add(NeedStep.With(other, NeedStepKind.TookOver, need, today, request.Reason, user.PersonId, now));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
