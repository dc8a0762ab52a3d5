using CsvHelper;
using Ccri.Web.Errors;
using MediatR;

namespace Ccri.Web.Features.Territories;

public static class TerritoriesApi
{
    private const int AllAtOnce = 10_000;

    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static void MapTerritories(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/territories.csv", async ([AsParameters] TerritoryFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(AllAtOnce) with { Page = 1 }, cancellationToken);
            return Results.File(Table(found.Rows), "text/csv; charset=utf-8", $"territories-{calendar.Today:yyyy-MM-dd}.csv");
        });
        routes.MapGet("/territories/{slug}/sheet.pdf", async (string slug, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var sheet = (await mediator.Send(new RenderTerritorySheets.Query(slug), cancellationToken))[0];
            return sheet.Pdf is { } pdf ? Results.File(pdf, "application/pdf", sheet.FileName) : throw new NotWorkingException(sheet.Problem!);
        });
        routes.MapGet("/api/territories", ([AsParameters] TerritoryFilter filter, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(filter.ToQuery(), cancellationToken));
        routes.MapGet("/api/territories/{slug}", (string slug, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetTerritory.Query(slug), cancellationToken));
    }

    private static byte[] Table(IReadOnlyList<ListTerritories.Row> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Csv, true))
        {
            csv.WriteHeader(["Territory", "Tier", "Type", "Country", "NUTS code", "Population", "Lead organisation", "Working groups", "Taking part", "What is missing"]);
            foreach (var row in rows)
            {
                string?[] values =
                [
                    row.Name, row.Tier, row.Type is { } type ? Words.Of(type) : null, row.CountryCode, row.NutsCode, row.Population?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    string.Join("; ", row.Leads), string.Join("; ", row.Groups), row.Participation is { } confidence ? Words.Of(confidence) : null, string.Join("; ", row.Gaps.Select(Words.Of)),
                ];
                csv.WriteRecord([.. values.Select(value => value ?? "")]);
            }
        }
        return bytes.ToArray();
    }
}
