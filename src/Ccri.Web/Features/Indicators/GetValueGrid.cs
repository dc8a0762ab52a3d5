using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Indicators;

/// <summary>The grid in which somebody enters what was measured: one row for each series of a territory and its solutions, or of the programme.</summary>
public static class GetValueGrid
{
    /// <param name="Slug">Of the territory; empty for the programme.</param>
    /// <param name="On">The day of the values; empty for the end of the last quarter.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Slug, DateOnly? On = null) : IRequest<Answer>;

    /// <param name="Computed">Names of those that the system counts itself.</param>
    public sealed record Answer(string? Slug, string? Territory, EnterValues.Command Form, IReadOnlyList<Row> Rows, IReadOnlyList<string> Computed)
    {
        public string ListAddress => Slug is null ? "/indicators" : $"/indicators/{Slug}";
    }

    /// <param name="OfDay">The value that the day has already.</param>
    public sealed record Row(SeriesRow Series, SeriesValue? OfDay)
    {
        public Guid Id => Series.Id;
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (territoryId, territory) = await db.FollowerAsync(request.Slug, cancellationToken);
            access.RequireEditOfSeries(territoryId);
            var on = request.On ?? Period.Of(PeriodLength.Quarter, calendar.Today).From.AddDays(-1);
            var series = (await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.TerritoryId == territoryId), calendar.Today, cancellationToken)).ToLookup(s => ComputedIndicators.Contains(s.Code));
            var rows = series[false].Select(s => new Row(s, s.Values.FirstOrDefault(v => v.On == on))).ToList();
            var form = new EnterValues.Command { Slug = request.Slug, On = on, Rows = [.. rows.Select(r => new EnterValues.Row { SeriesId = r.Id })] };
            return new Answer(territoryId is null ? null : request.Slug, territory, form, rows, [.. series[true].Select(s => s.Name)]);
        }
    }
}
