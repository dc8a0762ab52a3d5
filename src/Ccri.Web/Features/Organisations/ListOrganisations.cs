using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Organisations by filter, a page at a time, with what each is to whom; by name unless another column is chosen.</summary>
public static class ListOrganisations
{
    public const int PageSize = 50;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk)]
    public sealed record Query(string? Q = null, OrganisationRoleKind? Kind = null, int Page = 1, SortBy Sort = SortBy.Name, bool Descending = false, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Name,
        Acronym,
        Country,
        Roles,
        Count,
        Territories,
        Confidence,
    }

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, IReadOnlyList<(OrganisationRoleKind Kind, int Count)> Kinds);

    public sealed record Row(Guid Id, string Name, string? Acronym, string? CountryCode)
    {
        public IReadOnlyList<RoleRow> Roles { get; init; } = [];
        public Confidence? Confidence { get; init; }
    }

    /// <param name="Slug">Of the territory, when the role is for one.</param>
    public sealed record RoleRow(Guid OrganisationId, OrganisationRoleKind Kind, string? Territory, string? Slug, string? Group);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, 10_000).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (matching, roles) = (db.Organisations.AsQueryable(), db.OrganisationRoles.NotOverBy(calendar.Today));
            if (!string.IsNullOrWhiteSpace(request.Q))
            {
                var folded = Folding.ForSearch(request.Q.Trim());
                matching = matching.Where(o => o.SearchName.Contains(folded));
            }
            if (request.Kind is { } kind)
                matching = matching.Where(o => roles.Any(r => r.OrganisationId == o.Id && r.Kind == kind));

            var total = await matching.CountAsync(cancellationToken);
            var page = Math.Min(request.Page, Math.Max(1, (total + request.Size - 1) / request.Size));
            var rows = await Page(matching, request, (page - 1) * request.Size, cancellationToken);
            var kinds = await roles.GroupBy(r => r.Kind)
                .Select(g => new { g.Key, Count = g.Select(r => r.OrganisationId).Distinct().Count() }).ToListAsync(cancellationToken);
            return new Answer(rows, total, page, [.. kinds.OrderBy(k => k.Key).Select(k => (k.Key, k.Count))]);
        }

        /// <summary>By name the database sorts; by anything else the finished rows do, and equal ones stay in the order of their names.</summary>
        private async Task<IReadOnlyList<Row>> Page(IQueryable<Organisation> matching, Query request, int before, CancellationToken cancellationToken)
        {
            var byName = matching.OrderBy(o => o.SearchName).ThenBy(o => o.Id);
            if (OrganisationColumns.Of(request.Sort).Order is { } key)
                return [.. (await Rows(byName, cancellationToken)).SortedBy(key, request.Descending).Skip(before).Take(request.Size)];
            return await Rows((request.Descending ? matching.OrderByDescending(o => o.SearchName).ThenBy(o => o.Id) : byName).Skip(before).Take(request.Size), cancellationToken);
        }

        private async Task<IReadOnlyList<Row>> Rows(IQueryable<Organisation> organisations, CancellationToken cancellationToken)
        {
            var rows = await organisations.Select(o => new Row(o.Id, o.Name, o.Acronym, o.CountryCode)
            {
                Confidence = db.FactNotes.Where(n => n.SubjectId == o.Id && n.Field == "").Select(n => (Confidence?)n.Confidence).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
            var roles = await Roles([.. rows.Select(r => r.Id)], cancellationToken);
            return [.. rows.Select(r => r with { Roles = [.. roles[r.Id]] })];
        }

        private async Task<ILookup<Guid, RoleRow>> Roles(List<Guid> organisations, CancellationToken cancellationToken) =>
            (await (from r in db.OrganisationRoles.NotOverBy(calendar.Today)
                    where organisations.Contains(r.OrganisationId)
                    join t in db.Territories on r.TerritoryId equals t.Id into territories
                    from territory in territories.DefaultIfEmpty()
                    join g in db.WorkingGroups on r.WorkingGroupId equals g.Id into groups
                    from workingGroup in groups.DefaultIfEmpty()
                    orderby r.Id
                    select new RoleRow(r.OrganisationId, r.Kind, territory!.Name, territory.Slug, workingGroup!.Name)).ToListAsync(cancellationToken))
            .ToLookup(r => r.OrganisationId);
    }
}
