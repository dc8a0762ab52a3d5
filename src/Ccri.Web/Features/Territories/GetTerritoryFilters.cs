using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What territories can be filtered by: only what occurs, with how often.</summary>
public static class GetTerritoryFilters
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Countries, IReadOnlyList<Choice> Groups);

    public sealed record Choice(string Code, string Name, int Count);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = access.Visible(db.Territories);
            var (participations, memberships) = (db.Participations.HeldOn(calendar.Today), db.GroupMemberships.NotOverBy(calendar.Today));
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code)
                .Select(t => new Choice(t.Code, t.Plural, visible.Count(v => participations.Any(p => p.TerritoryId == v.Id && p.TierId == t.Id)))).ToListAsync(cancellationToken);
            var countries = await db.Countries.OrderBy(c => c.Name)
                .Select(c => new Choice(c.Code, c.Name, visible.Count(v => v.CountryCode == c.Code))).ToListAsync(cancellationToken);
            var groups = await db.WorkingGroups.OrderBy(g => g.Name)
                .Select(g => new Choice(g.Code, g.Name, visible.Count(v =>
                     memberships.Any(m => m.WorkingGroupId == g.Id && m.TerritoryId == v.Id)))).ToListAsync(cancellationToken);
            return new Answer(tiers, [.. countries.Where(c => c.Count > 0)], [.. groups.Where(g => g.Count > 0)]);
        }
    }
}
