using System.Globalization;
using Ccri.Domain.Indicators;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Indicators;

/// <summary>What the pages of indicators show, as tables for a spreadsheet.</summary>
public static class IndicatorsCsv
{
    private static readonly string[] Head = ["Group", "Code", "Name", "Unit", "Direction", "Several values", "Baseline", "Day of the baseline"];
    private static readonly string[] Tail = ["Newest value", "Day of the newest value", "Held against the target", "Target", "Day of the target", "Status", "Note"];

    public static void MapIndicatorsCsv(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicators.csv", async ([AsParameters] PeriodFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var shown = (await mediator.Send(new GetProgrammeIndicators.Query(filter.Choice), cancellationToken)).Delivery ?? throw new NotAllowedException("These are the indicators of the support office. Download those of your territory.");
            return Of("indicators", calendar, ("Delivery", shown));
        });
        routes.MapGet("/indicators/{slug}.csv", async (string slug, [AsParameters] PeriodFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var shown = await mediator.Send(new GetTerritoryIndicators.Query(slug, filter.Choice), cancellationToken);
            return Of($"indicators-{shown.Slug}", calendar, [("Territory", shown.Own), .. shown.Solutions.Select(s => (s.Title, s.Table)), ("Context", shown.Context)]);
        });
        routes.MapGet("/indicators/definitions.csv", async ([AsParameters] DefinitionFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
            CsvFile.Of("indicator-definitions", calendar.Today, ["Code", "Name", "Framework", "Version", "Level", "Unit", "Direction", "Several values", "Data years", "Notes", "Source"],
                (await mediator.Send(filter.ToQuery(), cancellationToken)).Rows.Select(row => (IEnumerable<string?>)[row.Code, row.Name, row.Framework, row.Version, Words.Of(row.Level), row.Unit, Words.Of(row.Direction),
                    Words.Of(row.Aggregation), row.DataYears, row.Notes, string.Join("; ", row.Source?.Sources ?? [])])));
    }

    /// <summary>Columns for the periods of all tables, each once and by day; a table has cells in those of its own.</summary>
    private static IResult Of(string name, ProgrammeCalendar calendar, params (string Group, IndicatorTable Table)[] tables)
    {
        var periods = tables.Where(t => t.Table.Lines.Count > 0).SelectMany(t => t.Table.Periods).Distinct().OrderBy(p => p.From).ThenBy(p => p.To).ToList();
        return CsvFile.Of(name, calendar.Today, [.. Head, .. periods.Select(period => Words.Of(period, calendar.Today)), .. Tail], tables.SelectMany(t => t.Table.Lines.Select(line => Row(t.Group, t.Table, line, periods))));
    }

    private static IEnumerable<object?> Row(string group, IndicatorTable table, IndicatorLine line, IReadOnlyList<Period> periods) =>
    [
        group, line.Code, line.Name, line.Unit, Words.Of(line.Direction), line.IsComputed ? "Computed by the system" : Words.Of(line.Aggregation), line.Baseline?.Value, Day(line.Baseline),
        .. periods.Select(period => table.Periods.Index().Where(p => p.Item == period).Select(p => line.Cells[p.Index].Csv).FirstOrDefault()),
        line.Latest?.Value, Day(line.Latest), line.Actual?.Value, line.Target?.Value, Day(line.Target), line.Status is { } status ? Words.Of(status) : null, line.Note ?? line.Missing,
    ];

    private static string? Day(DatedValue? value) => value?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
