using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Ledger;

/// <summary>Each need with the activities that served it and the territory's verdict; by default those first that have waited longest.</summary>
public static class GetLedger
{
    public const int PageSize = 50;

    private const int MostWaiting = 5;

    /// <param name="Territory">A territory's address.</param>
    /// <param name="Tier">The code of a tier.</param>
    /// <param name="State">Empty: all but those that were dropped.</param>
    /// <param name="Dimension">The key of a question.</param>
    /// <param name="IsUnserved">Only what nobody has served yet.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Territory = null, string? Tier = null, NeedState? State = null, string? Dimension = null, bool IsUnserved = false,
        SortBy Sort = SortBy.Waited, bool Descending = true, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Need,
        Territory,
        State,
        Age,
        Waited,
        Served,
        Days,
        Verdict,
    }

    /// <param name="Waiting">What nobody has served yet, the longest first; as many as fit.</param>
    public sealed record Answer(IReadOnlyList<LedgerNeed> Rows, int Total, int Page, int Size, DateOnly Today, Figures Figures, IReadOnlyList<LedgerNeed> Waiting, Offer Offer);

    /// <param name="TooLong">Open needs that nobody has served for more than 90 days.</param>
    /// <param name="Met">Of <paramref name="Needs"/>, which leave out what was dropped.</param>
    /// <param name="Given">Expert-days of this quarter.</param>
    public sealed record Figures(int Open, int TooLong, int Never, int Met, int Needs, decimal Given, decimal Planned, DateOnly Quarter);

    public sealed record Offer(IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Dimensions);

    public sealed record Choice(string Value, string Name);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, LedgerReader ledger, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territories = await ledger.TerritoriesAsync(cancellationToken);
            var needs = await ledger.NeedsAsync(territories, cancellationToken);
            var days = new DayLedger(await ledger.GivenAsync(cancellationToken), await ledger.PlannedAsync(cancellationToken), [.. territories.Select(t => t.Id)], access.SeesAllWork);
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new Choice(t.Code, t.Plural)).ToListAsync(cancellationToken);
            var rows = Sorted(needs.Where(n => Matches(n, request)), request);
            var page = Math.Min(request.Page, Math.Max(1, (rows.Count + request.Size - 1) / request.Size));
            return new Answer([.. rows.Skip((page - 1) * request.Size).Take(request.Size)], rows.Count, page, request.Size, calendar.Today, FiguresOf(needs, days),
                [.. ByWaiting(needs.Where(n => n.IsNever)).Take(MostWaiting)], new Offer(
                    [.. needs.Select(n => n.Territory).Distinct().OrderBy(t => Folding.ForSearch(t.Name), StringComparer.Ordinal).Select(t => new Choice(t.Slug, t.Name))], tiers,
                    [.. needs.Select(n => new Choice(n.Need.Dimension, n.Dimension)).Distinct().OrderBy(d => d.Name, StringComparer.Ordinal)]));
        }

        private Figures FiguresOf(IReadOnlyList<LedgerNeed> needs, DayLedger days)
        {
            var quarter = ExpertDayBook.QuarterOf(calendar.Today);
            return new Figures(needs.Count(n => n.Need.IsOpen), needs.Count(n => n.IsTooLong), needs.Count(n => n.IsNever), needs.Count(n => n.Need.State == NeedState.Met), needs.Count(n => n.Need.State != NeedState.Dropped),
                days.Given(quarter: quarter), days.Planned(quarter: quarter), quarter);
        }

        private static bool Matches(LedgerNeed row, Query request) =>
            (string.IsNullOrEmpty(request.Territory) || row.Territory.Slug == request.Territory)
            && (string.IsNullOrEmpty(request.Tier) || row.Territory.Tier == request.Tier)
            && (request.State is { } state ? row.Need.State == state : row.Need.State != NeedState.Dropped)
            && (string.IsNullOrEmpty(request.Dimension) || row.Need.Dimension == request.Dimension)
            && (!request.IsUnserved || row.IsNever);

        private static List<LedgerNeed> Sorted(IEnumerable<LedgerNeed> rows, Query request) =>
            request.Sort == SortBy.Waited && request.Descending ? [.. ByWaiting(rows)] : [.. ByWaiting(rows).SortedBy(LedgerColumns.Of(request.Sort).Order!, request.Descending)];

        /// <summary>Open ones first, the longest waiting, then the gravest; equal ones by territory and number.</summary>
        private static IEnumerable<LedgerNeed> ByWaiting(IEnumerable<LedgerNeed> rows) => rows.OrderBy(n => !n.Need.IsOpen).ThenByDescending(n => n.Waited).ThenByDescending(n => n.Need.Weight)
            .ThenBy(n => n.Territory.Slug, StringComparer.Ordinal).ThenBy(n => n.Need.Number);
    }
}
