using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>The plans of the cohort by filter, a page at a time, what is late first; or the territories that have none of a kind.</summary>
public static class ListPlans
{
    public const int PageSize = 50;

    /// <param name="Q">Part of the title, the code, or the territory's name; accents do not matter.</param>
    /// <param name="Year">Valid in that year.</param>
    /// <param name="IsLate">Only those in which something is late.</param>
    /// <param name="Rag">How it stands, by rule or by a person.</param>
    /// <param name="Missing">Lists the territories without a plan of this kind in place of plans.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Q = null, PlanKind? Kind = null, PlanStatus? Status = null, string? Tier = null, string? Country = null, int? Year = null, bool IsLate = false,
        PlanKind? Missing = null, Rag? Rag = null, SortBy Sort = SortBy.Work, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Work,
        Title,
        Territory,
        Standing,
        Tier,
        Country,
        Kind,
        Status,
        Years,
        Adopted,
        Score,
        Budget,
    }

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size);

    /// <summary>A plan; or, without a code, a territory that has none of the kind.</summary>
    public sealed record Row(string? Code, PlanKind Kind, string Title, string Slug, string Territory, string? Country)
    {
        public Guid Id { get; init; }
        public string? Tier { get; init; }
        public PlanStatus? Status { get; init; }

        /// <summary>Empty of what expired.</summary>
        public Rag? Rag { get; init; }
        public int? ValidFrom { get; init; }
        public int? ValidTo { get; init; }
        public DateOnly? AdoptedOn { get; init; }
        public string? AdoptedBy { get; init; }

        /// <summary>Of 36; empty while no section is scored.</summary>
        public int? Score { get; init; }

        /// <summary>Actions that were not dropped; of an investment plan its projects.</summary>
        public int Works { get; init; }

        /// <summary>Actions done; of an investment plan projects in operation.</summary>
        public int Done { get; init; }

        /// <summary>Actions past their end; of an investment plan projects past their next gate.</summary>
        public int Late { get; init; }

        /// <summary>In cents of <see cref="Currency"/>; empty is not known.</summary>
        public long? Budget { get; init; }
        public string? Currency { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    /// <summary>All rows that match are read, because what is most late can only be said of all of them: two for each territory at most, or a few more.</summary>
    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territories = Territories(request);
            var rows = await (request.Missing is { } kind ? Without(territories, kind, request) : With(territories, request)).ToListAsync(cancellationToken);
            if (request.IsLate)
                rows = [.. rows.Where(r => r.Late > 0)];
            if (request.Rag is not null || request.Sort == SortBy.Standing)
                rows = [.. (await WithStatusesAsync(rows, territories, cancellationToken)).Where(r => request.Rag is null || r.Rag == request.Rag)];
            var byTitle = rows.OrderBy(r => Folding.ForSearch(r.Territory), StringComparer.Ordinal).ThenBy(r => r.Kind).ThenBy(r => Folding.ForSearch(r.Title), StringComparer.Ordinal).ThenBy(r => r.Id);
            var page = Math.Min(request.Page, Math.Max(1, (rows.Count + request.Size - 1) / request.Size));
            List<Row> shown = [.. byTitle.SortedBy(PlanColumns.Of(request.Sort).Order!, request.Descending).Skip((page - 1) * request.Size).Take(request.Size)];
            if (request.Rag is null && request.Sort != SortBy.Standing)
                shown = await WithStatusesAsync(shown, territories, cancellationToken);
            return new Answer(shown, rows.Count, page, request.Size);
        }

        private async Task<List<Row>> WithStatusesAsync(List<Row> rows, IQueryable<Territory> territories, CancellationToken cancellationToken)
        {
            var slugs = rows.Where(r => r.Code is not null).Select(r => r.Slug).Distinct().ToList();
            if (slugs.Count == 0)
                return rows;
            var book = await statuses.ReadAsync(territories.Where(t => slugs.Contains(t.Slug)), cancellationToken);
            return rows.ConvertAll(r => r with { Rag = book.Of(r.Id)?.Status });
        }

        private IQueryable<Territory> Territories(Query request)
        {
            var (visible, participations) = (access.WithVisibleWork(db.Territories), db.Participations.HeldOn(calendar.Today));
            if (!string.IsNullOrEmpty(request.Tier))
                visible = visible.Where(t => participations.Any(p => p.TerritoryId == t.Id && db.Tiers.Any(tier => tier.Id == p.TierId && tier.Code == request.Tier)));
            if (!string.IsNullOrEmpty(request.Country))
                visible = visible.Where(t => t.CountryCode == request.Country);
            return visible;
        }

        private IQueryable<Row> Without(IQueryable<Territory> territories, PlanKind kind, Query request)
        {
            var participations = db.Participations.HeldOn(calendar.Today);
            var folded = Folding.ForSearch((request.Q ?? "").Trim());
            return from t in territories
                   where participations.Any(p => p.TerritoryId == t.Id) && !db.Plans.Any(p => p.TerritoryId == t.Id && p.Kind == kind) && t.SearchName.Contains(folded)
                   select new Row(null, kind, "", t.Slug, t.Name, t.CountryCode)
                   {
                       Id = t.Id,
                       Tier = db.Tiers.Where(tier => participations.Any(p => p.TerritoryId == t.Id && p.TierId == tier.Id)).OrderBy(tier => tier.Code).Select(tier => tier.Name).FirstOrDefault(),
                   };
        }

        private IQueryable<Row> With(IQueryable<Territory> territories, Query request)
        {
            var (today, participations) = (calendar.Today, db.Participations.HeldOn(calendar.Today));
            return from p in Matching(request)
                   join t in territories on p.TerritoryId equals t.Id
                   select new Row(p.Code, p.Kind, p.Title, t.Slug, t.Name, t.CountryCode)
                   {
                       Id = p.Id,
                       Tier = db.Tiers.Where(tier => participations.Any(x => x.TerritoryId == t.Id && x.TierId == tier.Id)).OrderBy(tier => tier.Code).Select(tier => tier.Name).FirstOrDefault(),
                       Status = p.Status, ValidFrom = p.ValidFrom, ValidTo = p.ValidTo, AdoptedOn = p.AdoptedOn, AdoptedBy = p.AdoptedBy, Budget = p.Budget, Currency = p.Currency,
                       Score = db.SectionScores.Any(s => s.PlanId == p.Id) ? db.SectionScores.Where(s => s.PlanId == p.Id).Sum(s => s.Score) : null,
                       Works = db.PlanActions.Count(a => a.PlanId == p.Id && a.Status != ActionStatus.Dropped) + db.InvestmentProjects.Count(i => i.PlanId == p.Id && i.Stage != ProjectStage.Stopped),
                       Done = db.PlanActions.Count(a => a.PlanId == p.Id && a.Status == ActionStatus.Done) + db.InvestmentProjects.Count(i => i.PlanId == p.Id && i.Stage == ProjectStage.Operating),
                       Late = db.PlanActions.Count(a => a.PlanId == p.Id && a.End < today && a.Status != ActionStatus.Done && a.Status != ActionStatus.Dropped)
                           + db.InvestmentProjects.Count(i => i.PlanId == p.Id && i.NextGate < today && i.Stage != ProjectStage.Operating && i.Stage != ProjectStage.Stopped),
                   };
        }

        private IQueryable<Plan> Matching(Query request)
        {
            var plans = db.Plans.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(request.Q))
            {
                var (folded, code) = (Folding.ForSearch(request.Q.Trim()), request.Q.Trim().ToUpperInvariant());
                plans = plans.Where(p => p.SearchTitle.Contains(folded) || p.Code.Contains(code) || db.Territories.Any(t => t.Id == p.TerritoryId && t.SearchName.Contains(folded)));
            }
            if (request.Kind is { } kind)
                plans = plans.Where(p => p.Kind == kind);
            if (request.Status is { } status)
                plans = plans.Where(p => p.Status == status);
            if (request.Year is { } year)
                plans = plans.Where(p => (p.ValidFrom != null || p.ValidTo != null) && (p.ValidFrom == null || p.ValidFrom <= year) && (p.ValidTo == null || p.ValidTo >= year));
            return plans;
        }
    }
}
