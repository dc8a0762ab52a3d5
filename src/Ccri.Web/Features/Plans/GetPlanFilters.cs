using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What plans can be filtered by: the tiers, and the countries and years that occur.</summary>
public static class GetPlanFilters
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Years">In which some plan is valid.</param>
    /// <param name="MayAdd">Whether to show what adds a plan; the message asks again.</param>
    public sealed record Answer(IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Countries, IReadOnlyList<int> Years, bool MayAdd);

    public sealed record Choice(string Code, string Name);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (plans, territories) = (access.Visible(db.Plans), access.Visible(db.Territories));
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new Choice(t.Code, t.Plural)).ToListAsync(cancellationToken);
            var countries = await db.Countries.Where(c => territories.Any(t => t.CountryCode == c.Code)).OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new Choice(c.Code, c.Name)).ToListAsync(cancellationToken);
            var (first, last) = (await plans.MinAsync(p => p.ValidFrom, cancellationToken), await plans.MaxAsync(p => p.ValidTo ?? p.ValidFrom, cancellationToken));
            return new Answer(tiers, countries, first is { } from && last is { } to && to >= from ? [.. Enumerable.Range(from, to - from + 1)] : [],
                user.IsSystem || user.Has(Role.Officer, Role.Coordinator, Role.Territory));
        }
    }
}
