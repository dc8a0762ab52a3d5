using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
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
    /// <param name="Status">Says nothing to those who see no live work.</param>
    /// <param name="IsQuiet">Only those without a logged contact for long; says nothing to those who do not read the log.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string? Q = null, string? Tier = null, TerritoryType? Type = null, string? Country = null, string? Group = null, RegisterGap? Gap = null, Rag? Status = null, bool IsQuiet = false,
        SortBy Sort = SortBy.Attention, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Attention,
        Name,
        Country,
        Tier,
        Population,
        Type,
        Nuts,
        Lead,
        Accompanying,
        Groups,
        Participation,
        Contact,
        Status,
    }

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size);

    public sealed record Row(Guid Id, string Slug, string Name, bool IsPlaceholder, TerritoryType? Type, string? CountryCode, string? NutsCode, int? Population)
    {
        public string? Tier { get; init; }
        public Confidence? Participation { get; init; }
        public IReadOnlyList<RegisterGap> Gaps { get; init; } = [];
        public IReadOnlyList<string> Leads { get; init; } = [];
        public IReadOnlyList<string> AccompanyingPartners { get; init; } = [];
        public IReadOnlyList<string> Groups { get; init; } = [];

        /// <summary>Empty for those who see no live work of it.</summary>
        public Rag? Status { get; init; }

        /// <summary>The day of the newest logged contact; only for those who may read the log.</summary>
        public DateOnly? LastContact { get; init; }
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

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var matching = Matching(access.Visible(db.Territories), request);
            var records = (await db.RecordsOf(matching, calendar.Today).ToListAsync(cancellationToken)).Where(r => request.Gap is not { } gap || r.Gaps.Contains(gap)).ToList();
            if (request.Status is { } status && ReadsWork)
            {
                var book = await statuses.ReadAsync(access.WithVisibleWork(matching), cancellationToken);
                records = [.. records.Where(r => book.Of(r.TerritoryId)?.Status == status)];
            }
            var page = Math.Min(request.Page, Math.Max(1, (records.Count + request.Size - 1) / request.Size));
            return new Answer(await Page(records, request, (page - 1) * request.Size, cancellationToken), records.Count, page, request.Size);
        }

        private bool ReadsWork => user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory);

        private bool ReadsContacts => user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator);

        /// <summary>What only the finished rows tell sorts all of them; for anything else the rows of one page are enough.</summary>
        private async Task<IReadOnlyList<Row>> Page(List<RegisterRecord> records, Query request, int before, CancellationToken cancellationToken)
        {
            if (TerritoryColumns.Of(request.Sort).Order is not { } key)
                return await RowsAsync([.. Sorted(records, request).Skip(before).Take(request.Size)], cancellationToken);
            var byName = Sorted(records, new Query(Sort: SortBy.Name)).ToList();
            return [.. (await RowsAsync(byName, cancellationToken)).SortedBy(key, request.Descending).Skip(before).Take(request.Size)];
        }

        private async Task<IReadOnlyList<Row>> RowsAsync(IReadOnlyCollection<RegisterRecord> records, CancellationToken cancellationToken)
        {
            var rows = await db.RowsOf(records, calendar.Today, ReadsContacts, cancellationToken);
            if (!ReadsWork)
                return rows;
            var ids = records.Select(r => r.TerritoryId).ToList();
            var book = await statuses.ReadAsync(access.WithVisibleWork(db.Territories).Where(t => ids.Contains(t.Id)), cancellationToken);
            return [.. rows.Select(row => row with { Status = book.Of(row.Id)?.Status })];
        }

        private IQueryable<Territory> Matching(IQueryable<Territory> territories, Query request)
        {
            var today = calendar.Today;
            var (participations, roles, memberships) = (db.Participations.HeldOn(today), db.OrganisationRoles.NotOverBy(today), db.GroupMemberships.NotOverBy(today));
            if (!string.IsNullOrWhiteSpace(request.Q))
            {
                var (folded, code) = (Folding.ForSearch(request.Q.Trim()), request.Q.Trim().ToUpperInvariant());
                territories = territories.Where(t => t.SearchName.Contains(folded) || t.CountryCode == code || roles.Any(r =>
                    r.TerritoryId == t.Id && r.Kind == OrganisationRoleKind.LeadOrganisation && db.Organisations.Any(o => o.Id == r.OrganisationId && o.SearchName.Contains(folded))));
            }
            if (!string.IsNullOrEmpty(request.Tier))
                territories = territories.Where(t => participations.Any(p => p.TerritoryId == t.Id && db.Tiers.Any(tier => tier.Id == p.TierId && tier.Code == request.Tier)));
            if (request.Type is { } type)
                territories = territories.Where(t => t.Type == type);
            if (!string.IsNullOrEmpty(request.Country))
                territories = territories.Where(t => t.CountryCode == request.Country);
            if (!string.IsNullOrEmpty(request.Group))
                territories = territories.Where(t => memberships.Any(m => m.TerritoryId == t.Id
                    && db.WorkingGroups.Any(g => g.Id == m.WorkingGroupId && g.Code == request.Group)));
            if (request.IsQuiet && ReadsContacts)
                territories = db.QuietOf(territories, calendar);
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
    }
}
