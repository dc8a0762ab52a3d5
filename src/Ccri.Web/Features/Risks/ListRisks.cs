using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>The risks and issues of one territory: open ones by weight, then those that are over, the newest first.</summary>
public static class ListRisks
{
    /// <param name="Slug">The territory's part of its address.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    public sealed record Answer(string Slug, string Territory, bool MayEdit, IReadOnlyList<Row> Open, IReadOnlyList<Row> Closed);

    /// <param name="Owner">The organisation that sees to it.</param>
    public sealed record Row(Risk Risk, string? Owner);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireReadOfWork(territory.Id);
            var risks = await db.Risks.AsNoTracking().Where(r => r.TerritoryId == territory.Id).OrderBy(r => r.Id).ToListAsync(cancellationToken);
            var owners = await db.Organisations.Where(o => db.Risks.Any(r => r.TerritoryId == territory.Id && r.OwnerOrganisationId == o.Id)).ToDictionaryAsync(o => o.Id, o => o.Acronym ?? o.Name, cancellationToken);
            var rows = risks.Select(risk => new Row(risk, risk.OwnerOrganisationId is { } owner ? owners.GetValueOrDefault(owner) : null)).ToList();
            return new Answer(request.Slug, territory.Name, access.MayEdit(territory.Id),
                [.. rows.Where(r => r.Risk.IsOpen).OrderByDescending(r => r.Risk.Weight).ThenBy(r => r.Risk.RaisedOn).ThenBy(r => r.Risk.Id)],
                [.. rows.Where(r => !r.Risk.IsOpen).OrderByDescending(r => r.Risk.ClosedOn).ThenBy(r => r.Risk.Id)]);
        }
    }
}
