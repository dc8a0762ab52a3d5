using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>The needs of the cohort by territory and dimension: how many, and how grave.</summary>
public static class ListNeeds
{
    public enum Order
    {
        /// <summary>Most and gravest first.</summary>
        Weight,
        Name,
    }

    /// <param name="WithAll">Those that are over, too.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string? Tier = null, string? Country = null, bool WithAll = false, Order Sort = Order.Weight) : IRequest<Answer>;

    /// <param name="Dimensions">Those that are asked today, then those that only needs of earlier fall under.</param>
    public sealed record Answer(IReadOnlyList<Dimension> Dimensions, IReadOnlyList<Row> Rows, IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Countries)
    {
        /// <summary>Of all rows, by the key of the dimension.</summary>
        public IReadOnlyDictionary<string, Cell> Totals { get; } = Rows.SelectMany(r => r.Cells).GroupBy(c => c.Key, c => c.Value).ToDictionary(g => g.Key, Cell.Of);

        public int Total => Rows.Sum(r => r.Total);
    }

    /// <param name="Cells">By the key of the dimension; none where there is no need.</param>
    public sealed record Row(string Slug, string Name, string? Country, string? Tier, IReadOnlyDictionary<string, Cell> Cells)
    {
        public int Total => Cells.Values.Sum(c => c.Count);
        public int Gravest => Cells.Values.Select(c => c.Severity).DefaultIfEmpty().Max();
    }

    /// <param name="Severity">The highest, 1 to 5.</param>
    /// <param name="Weight">Severity times urgency, added up.</param>
    public sealed record Cell(int Count, int Severity, int Weight)
    {
        public static Cell Of(IEnumerable<Cell> cells) => cells.Aggregate((a, b) => new Cell(a.Count + b.Count, Math.Max(a.Severity, b.Severity), a.Weight + b.Weight));
    }

    public sealed record Choice(string Code, string Name);

    /// <summary>Always with the same number of questions; what weighs most is said in memory, because a severity times an urgency is no column.</summary>
    public sealed class Handler(CcriDbContext db, Access access, DimensionReader dimensions, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var participations = db.Participations.HeldOn(calendar.Today);
            var visible = access.WithVisibleWork(db.Territories).Where(t => participations.Any(p => p.TerritoryId == t.Id));
            var territories = visible;
            if (!string.IsNullOrEmpty(request.Tier))
                territories = territories.Where(t => participations.Any(p => p.TerritoryId == t.Id && db.Tiers.Any(tier => tier.Id == p.TierId && tier.Code == request.Tier)));
            if (!string.IsNullOrEmpty(request.Country))
                territories = territories.Where(t => t.CountryCode == request.Country);
            var known = await territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new
            {
                t.Id, t.Slug, t.Name, t.CountryCode,
                Tier = db.Tiers.Where(tier => participations.Any(p => p.TerritoryId == t.Id && p.TierId == tier.Id)).OrderBy(tier => tier.Code).Select(tier => tier.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);

            var needs = await db.Needs.Where(n => territories.Any(t => t.Id == n.TerritoryId) && (request.WithAll || n.State == NeedState.Open || n.State == NeedState.InSupport))
                .Select(n => new { n.TerritoryId, n.Dimension, n.Severity, n.Urgency }).ToListAsync(cancellationToken);
            var cells = needs.GroupBy(n => n.TerritoryId).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, Cell>)g.GroupBy(n => n.Dimension, n => new Cell(1, n.Severity, n.Severity * n.Urgency)).ToDictionary(d => d.Key, Cell.Of));
            var rows = known.Select(t => new Row(t.Slug, t.Name, t.CountryCode, t.Tier, cells.GetValueOrDefault(t.Id) ?? new Dictionary<string, Cell>()));
            if (request.Sort == Order.Weight)
                rows = rows.OrderByDescending(r => r.Cells.Values.Sum(c => c.Weight)); // stable: equal ones stay by name

            var used = needs.Select(n => n.Dimension).ToHashSet();
            return new Answer([.. (await dimensions.ReadAsync(cancellationToken)).Where(d => d.IsAsked || used.Contains(d.Key))], [.. rows],
                await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new Choice(t.Code, t.Plural)).ToListAsync(cancellationToken),
                await db.Countries.Where(c => visible.Any(t => t.CountryCode == c.Code)).OrderBy(c => c.Name).Select(c => new Choice(c.Code, c.Name)).ToListAsync(cancellationToken));
        }
    }
}
