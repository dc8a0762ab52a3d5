using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>What the list shows for a spreadsheet: amounts as plain numbers, each beside its currency; an empty cell is not known.</summary>
public static class ProjectsCsv
{
    private static readonly (string Heading, Func<ProjectRow, string?> Text)[] Columns =
    [
        ("Number", row => row.Number),
        ("Project", row => row.Name),
        ("Stage", row => Words.Of(row.Stage)),
        ("Next gate", row => row.NextGate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("Sector", row => row.Sector),
        ("Solution", row => row.Solution),
        ("Promoter", row => row.Promoter),
        ("Amounts", row => row.IsWithheld ? "confidential" : null),
        ("Cost to build", row => Units(row.Capex)),
        ("Cost to prepare", row => Units(row.Preparation)),
        ("Currency", row => row.Currency),
        ("Units for 1 EUR", row => row.IsWithheld ? null : row.Rate.Plain()?.ToString(CultureInfo.InvariantCulture)),
        ("Day of the rate", row => row.IsWithheld ? null : row.RateOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("Needed, EUR", row => Units(row.Funding?.Needed)),
        ("Secured, EUR", row => Units(row.Funding?.Secured)),
        ("In talks, EUR", row => Units(row.Funding?.Pending)),
        ("Gap, EUR", row => Units(row.Funding?.Gap)),
        ("Surplus, EUR", row => Units(row.Funding?.Surplus)),
        ("Secured private money, EUR", row => Units(row.Funding?.Private)),
        ("Funding lines not known in EUR", row => row.IsWithheld ? null : row.Money.Lines.Count(line => line.Amount is null).ToString(CultureInfo.InvariantCulture)),
    ];

    public static void MapProjectsCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans/{code}/projects.csv", async (string code, [AsParameters] ProjectFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(code, CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of($"projects-{found.Code.ToLowerInvariant()}", calendar.Today, Columns.Select(c => c.Heading), found.Rows.Select(row => Columns.Select(c => c.Text(row))));
        });

    private static string? Units(long? cents) => cents.Units()?.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Units(Sum? sum) => sum is { IsKnown: true } known ? Units(known.Cents) : null;
}
