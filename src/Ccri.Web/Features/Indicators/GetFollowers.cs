using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>One indicator as each territory follows it, side by side and not added up.</summary>
public static class GetFollowers
{
    /// <param name="Code">Of the indicator.</param>
    /// <param name="Periods">Empty: the last quarters; of an indicator of context always years.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, PeriodChoice? Periods = null) : IRequest<Answer>;

    public sealed record Answer(string Code, string Name, bool IsContext, string InWords, IndicatorTable Table);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var indicator = await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Indicator", request.Code);
            var visible = access.WithVisibleWork(db.Territories);
            var rows = await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.IndicatorId == indicator.Id && s.TerritoryId != null && visible.Any(t => t.Id == s.TerritoryId)), calendar.Today, cancellationToken);
            var names = await visible.ToDictionaryAsync(t => t.Id, t => new { t.Name, t.SearchName }, cancellationToken);
            var book = await statuses.ReadAsync(visible, cancellationToken);
            var isContext = indicator.Level == Domain.Indicators.IndicatorLevel.Context;
            var choice = request.Periods ?? new PeriodChoice();
            var periods = isContext ? choice.OfContext(calendar.Today) : choice.On(calendar.Today);
            var lines = from row in rows
                        let territory = names[row.TerritoryId!.Value]
                        orderby territory.SearchName, row.SolutionCode
                        select IndicatorLine.Of(row, periods, book.Of(row.Id)) with
                        {
                            Name = row.Solution is null ? territory.Name : $"{territory.Name}: {row.Solution}",
                            Note = row.Unit == indicator.Units[0] ? null : $"in {row.Unit}",
                        };
            return new Answer(indicator.Code, indicator.Name, isContext, $"{indicator.Unit} · {Words.Of(indicator.Direction)} · {Words.Of(indicator.Aggregation)}",
                new IndicatorTable($"{indicator.Name} by territory", "Territory", periods, [.. lines], HasTargets: !isContext) { SaysUnit = false });
        }
    }
}
