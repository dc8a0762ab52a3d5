using System.Globalization;
using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Programme;

public static class AuditCsv
{
    private static readonly string[] Header = ["When", "Who", "Through", "What happened", "To what kind of thing", "Thing", "Territory", "Before and after", "Id of the thing"];

    public static void MapAuditCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/programme/audit.csv", async ([AsParameters] AuditFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of("audit", calendar.Today, Header, [.. found.Lines.Select(Row), .. Cut(found)]);
        });

    private static IEnumerable<string?> Row(ListAudit.Line line) =>
    [
        line.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), line.Who, AuditWords.Of(line.Door), line.Action.ToString(), line.Noun, line.Thing, line.Territory,
        string.Join("; ", line.Changes.Select(change => AuditWords.Line(change, line.Action))), line.SubjectId.ToString(),
    ];

    /// <summary>A table that does not hold everything says so in its last row.</summary>
    private static IEnumerable<IEnumerable<string?>> Cut(ListAudit.Answer found) => found.Total <= found.Lines.Count ? [] :
    [
        [$"Cut here: the newest {Words.Of(found.Lines.Count)} of {Words.Of(found.Total)} changes. Filter by day or territory for the others.", .. Enumerable.Repeat<string?>(null, Header.Length - 1)],
    ];
}
