using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Needs;

public static class NeedsCsv
{
    /// <summary>Two columns for each dimension: how many needs, and the highest severity.</summary>
    public static void MapNeedsCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/needs.csv", async ([AsParameters] NeedsFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(), cancellationToken);
            return CsvFile.Of("needs", calendar.Today,
                ["Territory", "Country", "Tier", "Needs", "Highest severity", .. found.Dimensions.SelectMany(d => (string[])[d.Name, $"{d.Name}, highest severity"])],
                found.Rows.Select(row => (IEnumerable<object?>)
                [
                    row.Name, row.Country, row.Tier, (decimal)row.Total, Figure(row.Gravest),
                    .. found.Dimensions.Select(d => row.Cells.GetValueOrDefault(d.Key)).SelectMany(cell => (object?[])[(decimal)(cell?.Count ?? 0), Figure(cell?.Severity ?? 0)]),
                ]));
        });

    /// <summary>Empty where there is no need.</summary>
    private static object? Figure(int severity) => severity == 0 ? null : (decimal)severity;
}
