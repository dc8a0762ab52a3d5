using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The gravest open needs of one territory with what was done for them, and when it was assessed and helped last.</summary>
public static class GetTerritoryNeeds
{
    public const int Gravest = 3;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    /// <param name="LastRound">The day of the office's last assessment; empty when there was none.</param>
    /// <param name="LastActivity">The first day of the last activity; empty when there was none.</param>
    public sealed record Answer(int Open, int Closed, IReadOnlyList<Row> First, DateOnly? LastRound, DateOnly? LastActivity);

    /// <param name="Activities">How many served it.</param>
    public sealed record Row(int Number, string Statement, string Dimension, NeedState State, int Activities);

    public sealed class Handler(CcriDbContext db, Access access, VisibleNeeds visible, DimensionReader dimensions) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireReadOfWork(id);
            var needs = await (await visible.QueryAsync(cancellationToken)).AsNoTracking().Where(n => n.TerritoryId == id && n.MergedIntoId == null).ToListAsync(cancellationToken);
            var served = await db.ServedNeeds.Where(s => s.TerritoryId == id).GroupBy(s => s.NeedId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var nameOf = await dimensions.NamesAsync(cancellationToken);
            var open = needs.Where(n => n.IsOpen).OrderByDescending(n => n.Weight).ThenBy(n => n.RaisedOn).ThenBy(n => n.Number).ToList();
            return new Answer(open.Count, needs.Count - open.Count,
                [.. open.Take(Gravest).Select(n => new Row(n.Number, n.Statement, nameOf(n.Dimension), n.State, served.GetValueOrDefault(n.Id)))],
                await db.AssessmentRounds.Where(r => r.TerritoryId == id && r.Kind == RoundKind.Office).MaxAsync(r => (DateOnly?)r.On, cancellationToken),
                await (from t in db.ActivityTerritories
                       where t.TerritoryId == id
                       join a in db.SupportActivities on t.ActivityId equals a.Id
                       select (DateOnly?)a.On).MaxAsync(cancellationToken));
        }
    }
}
