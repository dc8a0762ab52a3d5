using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>What a territory and its solutions achieve, by period; apart from it, where its country stands.</summary>
public static class GetTerritoryIndicators
{
    /// <param name="Periods">Empty: the last quarters.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug, PeriodChoice? Periods = null) : IRequest<Answer>;

    /// <param name="Own">Of the territory itself.</param>
    /// <param name="Context">By year, whatever periods are chosen.</param>
    public sealed record Answer(string Slug, string Territory, bool MayEdit, IndicatorTable Own, IReadOnlyList<OfSolution> Solutions, IndicatorTable Context)
    {
        public bool IsEmpty => Own.Lines.Count == 0 && Solutions.Count == 0 && Context.Lines.Count == 0;
    }

    public sealed record OfSolution(string Code, string Title, IndicatorTable Table);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Slug, t.Name }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireReadOfWork(territory.Id);
            var rows = await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.TerritoryId == territory.Id), calendar.Today, cancellationToken);
            var book = await statuses.ReadAsync(db.Territories.Where(t => t.Id == territory.Id), cancellationToken);
            var (today, choice) = (calendar.Today, request.Periods ?? new PeriodChoice());
            var (periods, years) = (choice.On(today), choice.OfContext(today));

            IndicatorTable Table(string caption, IEnumerable<SeriesRow> of, IReadOnlyList<Period> by, bool hasTargets = true) => new(caption, "Indicator", by,
                [.. of.Select(row => IndicatorLine.Of(row, by, book.Of(row.Id)))], hasTargets);

            return new Answer(territory.Slug, territory.Name, access.MayEdit(territory.Id),
                Table($"Indicators of {territory.Name}", rows.Where(r => r.SolutionId is null && r.Level != IndicatorLevel.Context), periods),
                [.. rows.Where(r => r.SolutionId is not null).GroupBy(r => (r.SolutionCode, r.Solution)).Select(s => new OfSolution(s.Key.SolutionCode!, s.Key.Solution!, Table($"Indicators of {s.Key.Solution}", s, periods)))],
                Table("Context", rows.Where(r => r.Level == IndicatorLevel.Context), years, hasTargets: false));
        }
    }
}
