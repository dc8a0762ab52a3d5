using System.Globalization;
using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Plans;

public static class PlansCsv
{
    public static void MapPlansCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans.csv", async ([AsParameters] PlanFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            // While nobody has chosen columns a spreadsheet gets all of them: it has the room.
            var columns = PlanColumns.All.IsChosen(filter.Columns) ? PlanColumns.All.Shown(filter.Columns) : PlanColumns.All;
            List<(string Heading, Func<ListPlans.Row, string?> Text)> cells = [("Code", row => row.Code), .. columns.SelectMany(Cells)];
            return CsvFile.Of("plans", calendar.Today, cells.Select(c => c.Heading), found.Rows.Select(row => cells.Select(c => c.Text(row))));
        });

    /// <summary>A budget as a number that can be added, its currency beside it; everything else as on the page.</summary>
    private static IEnumerable<(string Heading, Func<ListPlans.Row, string?> Text)> Cells(ListColumn<ListPlans.Row> column) => column.Key == "budget"
        ? [(column.Heading, row => row.Budget.Units()?.ToString("0.00", CultureInfo.InvariantCulture)), ("Currency", row => row.Budget is null ? null : row.Currency)]
        : [(column.Heading, column.Text)];
}
