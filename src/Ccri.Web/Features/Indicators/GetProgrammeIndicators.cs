using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>What the support office delivers, computed where this system holds the rows, entered elsewhere; and what the territories follow.</summary>
public static class GetProgrammeIndicators
{
    /// <param name="Periods">Empty: the last quarters.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(PeriodChoice? Periods = null) : IRequest<Answer>;

    /// <param name="Delivery">Empty for who sees one territory only.</param>
    /// <param name="Followed">Indicators that territories follow, which the user may see.</param>
    public sealed record Answer(bool MayEdit, IndicatorTable? Delivery, IReadOnlyList<FollowedBy> Followed, IReadOnlyList<Follower> Territories);

    /// <summary>Values of several territories are not added up: nothing defines how.</summary>
    public sealed record FollowedBy(string Code, string Name, IndicatorLevel Level, int Territories, int Behind, int WithoutValue)
    {
        /// <summary>"12 territories, 3 behind, 2 without a value for a year".</summary>
        public string InWords => string.Join(", ", new[]
        {
            Plural.Of(Territories, "territory", "territories"),
            Behind > 0 ? $"{Words.Of(Behind)} behind" : null,
            WithoutValue > 0 ? $"{Words.Of(WithoutValue)} without a value for a year" : null,
        }.OfType<string>());
    }

    public sealed record Follower(string Slug, string Name, int Series);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ComputedIndicators computed, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = access.WithVisibleWork(db.Territories);
            var rows = await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.TerritoryId != null && visible.Any(t => t.Id == s.TerritoryId)), calendar.Today, cancellationToken);
            var book = await statuses.ReadAsync(visible, cancellationToken);
            var names = await visible.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken);
            var periods = (request.Periods ?? new PeriodChoice()).On(calendar.Today);
            return new Answer(access.MayEditForOffice(null), access.SeesAllWork ? await DeliveryAsync(periods, cancellationToken) : null,
                [.. rows.GroupBy(r => (r.Level, r.Code, r.Name)).OrderBy(g => g.Key.Level).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => new FollowedBy(g.Key.Code, g.Key.Name, g.Key.Level, Territories(g),
                    Territories(g.Where(r => book.Of(r.Id)?.Status is Rag.AtRisk or Rag.OffTrack)), Territories(g.Where(r => r.IsLacking))))],
                [.. names.Select(t => new Follower(t.Slug, t.Name, rows.Count(r => r.TerritoryId == t.Id)))]);
        }

        private static int Territories(IEnumerable<SeriesRow> rows) => rows.Select(r => r.TerritoryId).Distinct().Count();

        private async Task<IndicatorTable> DeliveryAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
        {
            var definitions = (await db.Indicators.AsNoTracking().Where(i => i.Level == IndicatorLevel.Delivery).ToListAsync(cancellationToken)).OrderBy(i => i.Code, StringComparer.Ordinal);
            var series = (await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.TerritoryId == null), calendar.Today, cancellationToken)).ToDictionary(s => s.IndicatorId);
            var quarters = new PeriodChoice().On(calendar.Today);
            var values = await computed.ReadAsync([.. quarters, .. periods], cancellationToken);
            return new IndicatorTable("Delivery of the support office", "Indicator", periods,
                [.. definitions.Select(i => Line(i, series.GetValueOrDefault(i.Id), values.GetValueOrDefault(i.Code), quarters, periods))]);
        }

        private IndicatorLine Line(Indicator indicator, SeriesRow? row, ComputedIndicators.Computed? values, IReadOnlyList<Period> quarters, IReadOnlyList<Period> periods)
        {
            var line = row is not null ? IndicatorLine.Of(row, periods, null)
                : new IndicatorLine(indicator.Name, null, indicator.Code, indicator.Units[0], indicator.Direction, indicator.Aggregation) { Cells = [.. periods.Select(_ => new PeriodCell(null, []))] };
            if (values is not null)
                line = Computed(line, values, quarters);
            else if (line.Values.Count == 0)
                line = line with { Note = DeliveryWords.Awaited(indicator.Code), IsMissing = false, IsAwaited = row is null };
            return line with { Status = line.Target is null ? null : Judge(line) };
        }

        /// <summary>
        /// What counts against the target is the newest quarter that is over, since one that is under way is still to grow; how things are now
        /// counts as it is. Always of quarters, so that the status is the same whatever periods are shown.
        /// </summary>
        /// <param name="computed">Of the quarters, and then of the periods that are shown.</param>
        private IndicatorLine Computed(IndicatorLine line, ComputedIndicators.Computed computed, IReadOnlyList<Period> quarters)
        {
            List<(Period Of, DatedValue Value)> known = [.. quarters.Zip(computed.Values).Where(p => p.Second is not null)
                .Select(p => (p.First, new DatedValue(p.First.To < calendar.Today ? p.First.To : calendar.Today, p.Second!.Value)))];
            var counted = known.LastOrDefault(k => computed.IsAsOf || k.Of.To < calendar.Today).Value;
            return line with
            {
                Note = computed.How, IsComputed = true, Values = [.. known.Select(k => k.Value)], Course = [.. known.Select(k => k.Value)], IsMissing = false,
                Actual = counted == default ? null : counted,
                ActualOf = counted == default ? null : $"{(computed.IsAsOf ? "as of" : "quarter to")} {Words.Of(counted.On)}",
                Cells = [.. computed.Values.Skip(quarters.Count).Select(value => new PeriodCell(value, []))],
            };
        }

        private Rag? Judge(IndicatorLine line) => StatusRule.Judge(new FollowedIndicator(Guid.Empty, line.Name, line.Direction, line.Baseline?.Value, line.Baseline?.On, line.Target?.Value, line.Target?.On, line.Actual),
            calendar.Today, new Dictionary<Guid, Override>()).Status;
    }
}
