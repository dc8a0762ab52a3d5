using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Milestones;

/// <summary>A milestone as its form shows it, with every move of its days; without an id, where a new one would stand.</summary>
public static class GetMilestoneForm
{
    /// <param name="Solution">Of a new one: the code of its solution.</param>
    /// <param name="Action">Of a new one: its action.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid? Id, string? Solution = null, Guid? Action = null) : IRequest<Answer>;

    /// <param name="MayExcept">Whether the user can accept a roadmap that the tier does not entitle to.</param>
    public sealed record Answer(EditMilestone.Command Form, MilestonePlace Place, IReadOnlyList<MilestoneMove> Moves, DateOnly? FirstDue, bool MayExcept)
    {
        public SourceLine? Source { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var mayExcept = user.Has(Role.Coordinator);
            if (request.Id is not { } id)
            {
                var place = await db.PlaceAsync(request.Solution, request.Action, cancellationToken);
                access.RequireEdit(place.TerritoryId);
                return new Answer(new EditMilestone.Command(), place, [], null, mayExcept);
            }
            var milestone = await db.Milestones.AsNoTracking().Include(m => m.Moves).SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw new NotFoundException("Milestone", id);
            access.RequireEdit(milestone.TerritoryId);
            var form = new EditMilestone.Command
            {
                Id = id, Version = milestone.Version, Title = milestone.Title, Description = milestone.Description, Responsible = milestone.Responsible,
                Due = milestone.Due, Forecast = milestone.Forecast, BlockedBy = milestone.BlockedBy, DoneOn = milestone.DoneOn,
            };
            return new Answer(form, await db.PlaceOfAsync(milestone, cancellationToken), [.. milestone.Moves.OrderBy(m => m.Id)], milestone.FirstDue, mayExcept)
            {
                Source = SourceLine.Of((await db.NotesOf([id], cancellationToken)).GetValueOrDefault(id), calendar),
            };
        }
    }
}
