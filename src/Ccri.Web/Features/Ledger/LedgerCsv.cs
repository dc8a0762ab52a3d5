using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Ledger;

public static class LedgerCsv
{
    public static void MapLedgerCsv(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger.csv", async ([AsParameters] LedgerFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of("ledger", calendar.Today, LedgerColumns.All.Select(c => c.Heading), found.Rows.Select(row => LedgerColumns.All.Select(c => c.Text(row))));
        });
        routes.MapGet("/ledger/days.csv", async (string? by, string? quarter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new GetLedgerDays.Query(FromAddress.Known<GetLedgerDays.Grouping>(by) ?? GetLedgerDays.Grouping.Territory, quarter), cancellationToken);
            return CsvFile.Of("expert-days", calendar.Today, [GetLedgerDays.Heading(found.By), "Quarter", "Expert-days given", "Expert-days planned"],
                found.Rows.Select(row => (IEnumerable<object?>)[row.Name, found.Quarter?.Code, row.Given, row.Planned]));
        });
    }
}
