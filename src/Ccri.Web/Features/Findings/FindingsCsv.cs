using System.Globalization;
using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Findings;

public static class FindingsCsv
{
    private static readonly string[] Header = ["Territory", "Kind", "What", "Plans", "Why", "Accepted by", "Accepted on", "Reason"];

    public static void MapFindingsCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/findings.csv", async ([AsParameters] FindingFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of("findings", calendar.Today, Header, found.Rows.Select(Row));
        });

    private static IEnumerable<string?> Row(ShownFinding found) =>
    [
        found.Territory, Words.Of(found.Finding.Kind), found.Finding.What, string.Join("; ", found.Plans.Select(p => $"{p.Code} {p.Title}")), found.Why,
        found.Accepted is null ? null : found.Accepted.Who ?? "the command line", found.Accepted?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found.Accepted?.Reason,
    ];
}
