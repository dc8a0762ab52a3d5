using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Territories by filter, a page at a time; by default the ones whose record needs most work first.</summary>
public static class ListTerritories
{
    public const int PageSize = 50;

    /// <param name="Q">Part of the name or of the lead organisation, or a country's code; accents do not matter.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string? Q = null, string? Tier = null, TerritoryType? Type = null, string? Country = null, string? Group = null, RegisterGap? Gap = null,
        SortBy Sort = SortBy.Attention, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Attention,
        Name,
        Country,
        Tier,
        Population,
    }

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size);

    public sealed record Row(Guid Id, string Slug, string Name, bool IsPlaceholder, TerritoryType? Type, string? CountryCode, string? NutsCode, int? Population)
    {
        public string? Tier { get; init; }
        public Confidence? Participation { get; init; }
        public IReadOnlyList<RegisterGap> Gaps { get; init; } = [];
        public IReadOnlyList<string> Leads { get; init; } = [];
        public IReadOnlyList<string> Groups { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, 10_000).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var matching = Matching(access.Visible(db.Territories), request);
            var records = (await db.RecordsOf(matching).ToListAsync(cancellationToken)).Where(r => request.Gap is not { } gap || r.Gaps.Contains(gap)).ToList();
            var page = Math.Min(request.Page, Math.Max(1, (records.Count + request.Size - 1) / request.Size));
            var shown = Sorted(records, request).Skip((page - 1) * request.Size).Take(request.Size).ToList();
            return new Answer(await Rows(shown, cancellationToken), records.Count, page, request.Size);
        }

        private IQueryable<Territory> Matching(IQueryable<Territory> territories, Query request)
        {
            if (!string.IsNullOrWhiteSpace(request.Q))
            {
                var (folded, code) = (Folding.ForSearch(request.Q.Trim()), request.Q.Trim().ToUpperInvariant());
                territories = territories.Where(t => t.SearchName.Contains(folded) || t.CountryCode == code || db.OrganisationRoles.Any(r =>
                    r.TerritoryId == t.Id && r.Kind == OrganisationRoleKind.LeadOrganisation && r.To == null && db.Organisations.Any(o => o.Id == r.OrganisationId && o.SearchName.Contains(folded))));
            }
            if (!string.IsNullOrEmpty(request.Tier))
                territories = territories.Where(t => t.Participations.Any(p => p.To == null && db.Tiers.Any(tier => tier.Id == p.TierId && tier.Code == request.Tier)));
            if (request.Type is { } type)
                territories = territories.Where(t => t.Type == type);
            if (!string.IsNullOrEmpty(request.Country))
                territories = territories.Where(t => t.CountryCode == request.Country);
            if (!string.IsNullOrEmpty(request.Group))
                territories = territories.Where(t => db.GroupMemberships.Any(m => m.TerritoryId == t.Id && m.To == null
                    && db.WorkingGroups.Any(g => g.Id == m.WorkingGroupId && g.Code == request.Group)));
            return territories;
        }

        private static IOrderedEnumerable<RegisterRecord> Sorted(List<RegisterRecord> records, Query request)
        {
            var sorted = request.Sort switch
            {
                SortBy.Name => By(r => r.SearchName, StringComparer.Ordinal),
                SortBy.Country => By(r => r.CountryCode, StringComparer.Ordinal),
                SortBy.Tier => By(r => r.HasIndividualSupport ? 0 : 1),
                SortBy.Population => By(r => r.Population),
                _ => By(r => -r.Urgency),
            };
            return sorted.ThenBy(r => r.SearchName, StringComparer.Ordinal).ThenBy(r => r.TerritoryId);

            // What is not known comes last, whichever way; letters sort by code on every machine.
            IOrderedEnumerable<RegisterRecord> By<T>(Func<RegisterRecord, T> key, IComparer<T>? comparer = null)
            {
                var known = records.OrderBy(r => key(r) is null);
                return request.Descending ? known.ThenByDescending(key, comparer) : known.ThenBy(key, comparer);
            }
        }

        private async Task<IReadOnlyList<Row>> Rows(List<RegisterRecord> records, CancellationToken cancellationToken)
        {
            var ids = records.Select(r => r.TerritoryId).ToList();
            var rows = await db.Territories.Where(t => ids.Contains(t.Id))
                .Select(t => new Row(t.Id, t.Slug, t.Name, t.IsPlaceholder, t.Type, t.CountryCode, t.NutsCode, t.Population))
                .ToDictionaryAsync(r => r.Id, cancellationToken);
            var leads = (await db.OrganisationRoles
                .Where(r => r.TerritoryId != null && ids.Contains(r.TerritoryId.Value) && r.Kind == OrganisationRoleKind.LeadOrganisation && r.To == null)
                .Join(db.Organisations, r => r.OrganisationId, o => o.Id, (r, o) => new { r.TerritoryId, r.Id, o.Name })
                .OrderBy(r => r.Id).ToListAsync(cancellationToken)).ToLookup(r => r.TerritoryId!.Value, r => r.Name);
            var groups = (await db.GroupMemberships
                .Where(m => m.TerritoryId != null && ids.Contains(m.TerritoryId.Value) && m.To == null)
                .Join(db.WorkingGroups, m => m.WorkingGroupId, g => g.Id, (m, g) => new { m.TerritoryId, g.Code })
                .OrderBy(m => m.Code).ToListAsync(cancellationToken)).ToLookup(m => m.TerritoryId!.Value, m => m.Code);
            return [.. records.Select(r => rows[r.TerritoryId] with
            {
                Tier = r.Tier, Participation = r.Participation, Gaps = r.Gaps, Leads = [.. leads[r.TerritoryId]], Groups = [.. groups[r.TerritoryId]],
            })];
        }
    }
}
