using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Somebody who took part says, before the minutes are final, what is wrong with them: a territory contact for the own territory, who writes in the group for anybody, as told.</summary>
public static class RaiseObjection
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }

        /// <summary>The territory or organisation that took part.</summary>
        public Guid? For { get; init; }
        public string? Text { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.For).NotNull().WithMessage("Choose who objects.");
            RuleFor(c => c.Text).Cascade(CascadeMode.Stop).Needed("Say what is wrong, and what would be right.").Text("The objection", Objection.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await groups.Visible(db.Sessions.Where(s => s.Id == request.Id)).Include(s => s.Attendees).Include(s => s.Objections).AsSplitQuery().SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Session", request.Id);
            var attendee = session.Attendees.FirstOrDefault(a => a.Key == request.For);
            if (!groups.MayWrite(session.WorkingGroupId, session.SubGroupId) && !(attendee?.TerritoryId is { } own && user.Roles.Any(r => r.Role == Role.Territory && r.TerritoryId == own)))
                throw new NotAllowedException("Those who took part object to the minutes: a territory through its own contact. Ask the lead of the working group.");
            if (attendee is null)
                throw new RuleViolationException("Only those who took part object to the minutes.");
            session.Object(attendee, request.Text!, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
