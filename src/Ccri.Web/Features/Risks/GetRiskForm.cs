using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>A risk as its form shows it, with the organisations to choose from; without an id the form of a new one.</summary>
public static class GetRiskForm
{
    /// <param name="Territory">Of a new one: the territory's address.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid? Id, string? Territory = null) : IRequest<Answer>;

    public sealed record Answer(EditRisk.Command Form, string Slug, string Name, IReadOnlyList<Choice> Organisations)
    {
        /// <summary>Empty while it is open.</summary>
        public DateOnly? ClosedOn { get; init; }
        public string? Outcome { get; init; }
    }

    public sealed record Choice(Guid Id, string Name);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var risk = request.Id is not { } id ? null
                : await db.Risks.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new NotFoundException("Risk", id);
            var territory = await (risk is null ? db.Territories.Where(t => t.Slug == request.Territory) : db.Territories.Where(t => t.Id == risk.TerritoryId))
                .Select(t => new { t.Id, t.Slug, t.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Territory ?? "");
            access.RequireEdit(territory.Id);
            var organisations = await db.OrganisationsFor(user, territory.Id, risk?.OwnerOrganisationId).OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancellationToken);
            return new Answer(risk is null ? new EditRisk.Command { Kind = RiskKind.Risk, RaisedOn = calendar.Today } : FormOf(risk), territory.Slug, territory.Name, organisations)
            {
                ClosedOn = risk?.ClosedOn, Outcome = risk?.Outcome,
            };
        }

        private static EditRisk.Command FormOf(Risk risk) => new()
        {
            Id = risk.Id, Version = risk.Version, Kind = risk.Kind, Title = risk.Title, Probability = risk.Probability, Impact = risk.Impact,
            Mitigation = risk.Mitigation, Owner = risk.OwnerOrganisationId, RaisedOn = risk.RaisedOn,
        };
    }
}
