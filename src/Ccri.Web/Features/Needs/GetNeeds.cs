using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>What a territory needs: its ratings from the first round to the newest, the rounds, and the needs, gravest first.</summary>
public static class GetNeeds
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    /// <param name="Compared">The first round of the office beside the newest; of one round only, that one by itself.</param>
    public sealed record Answer(TerritoryOfNeeds Territory, TerritoryRounds Rounds, IReadOnlyList<ComparedAnswer> Compared, IReadOnlyList<NeedRow> Needs, IReadOnlyDictionary<string, int> Raised)
    {
        public ShownRound? First => Rounds.ByOffice.Count > 1 ? Rounds.ByOffice[0] : null;
        public ShownRound? Now => Rounds.ByOffice.LastOrDefault();
        public IReadOnlyList<NeedRow> Open => [.. Needs.Where(n => n.Need.IsOpen).OrderByDescending(n => n.Need.Weight).ThenBy(n => n.Need.RaisedOn).ThenBy(n => n.Need.Number)];
        public IReadOnlyList<NeedRow> Over => [.. Needs.Where(n => !n.Need.IsOpen).OrderBy(n => n.Need.Number)];
        public bool MayRecord { get; init; }
        public bool MayAdd { get; init; }

        /// <summary>Whether the user speaks for the territory, which rates itself.</summary>
        public bool IsOwn { get; init; }
        public DateOnly Today { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, VisibleNeeds visible, RoundReader rounds, DimensionReader dimensions, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireReadOfWork(territory.Id);
            var held = await rounds.ReadAsync(territory.Id, cancellationToken);
            var nameOf = await dimensions.NamesAsync(cancellationToken);
            var served = await db.ServedNeeds.Where(s => s.TerritoryId == territory.Id).GroupBy(s => s.NeedId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var needs = await (await visible.QueryAsync(cancellationToken)).AsNoTracking().Where(n => n.TerritoryId == territory.Id).ToListAsync(cancellationToken);
            var compared = held.ByOffice is [] ? [] : RoundComparison.Of(held.ByOffice[0].Answers, held.ByOffice[^1].Answers);
            return new Answer(territory, held, compared, [.. needs.Select(n => new NeedRow(n, nameOf(n.Dimension), served.GetValueOrDefault(n.Id)))],
                held.ByOffice is [] ? new Dictionary<string, int>() : await db.RaisedFromAsync(held.ByOffice[^1].Round.Id, cancellationToken))
            {
                MayRecord = access.MayEditForOffice(territory.Id), MayAdd = access.MayEdit(territory.Id), IsOwn = user.SpeaksFor(territory.Id), Today = calendar.Today,
            };
        }
    }
}
