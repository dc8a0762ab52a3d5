using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Plans;

/// <summary>The columns of the list of plans. One more is a line here, a member of <see cref="ListPlans.SortBy"/> of the same name, and what it shows in <see cref="ListPlans.Row"/>.</summary>
public static class PlanColumns
{
    public static readonly IReadOnlyList<ListColumn<ListPlans.Row>> All =
    [
        new("title", "Plan", row => row.Code is null ? $"No {Words.Of(row.Kind).ToLowerInvariant()}" : row.Title) { IsUsual = true, Order = row => Folding.ForSearch(row.Title) },
        new("territory", "Territory", row => row.Territory) { IsUsual = true, Order = row => Folding.ForSearch(row.Territory) },
        new("standing", "Stands", row => row.Rag is { } rag ? Words.Of(rag) : null) { IsUsual = true, Order = row => row.Rag is { } rag ? -Severity.Of(rag) : null },
        new("tier", "Tier", row => row.Tier) { Order = row => row.Tier },
        new("country", "Country", row => row.Country) { Order = row => row.Country },
        new("kind", "Kind", row => Words.Of(row.Kind)) { IsUsual = true, Priority = "p3", Order = row => row.Kind },
        new("status", "Status", row => row.Status is { } status ? Words.Of(status) : null) { IsUsual = true, Priority = "p2", Order = row => row.Status },
        new("years", "Valid", row => row.ValidFrom is null && row.ValidTo is null ? null : Words.Years(row.ValidFrom, row.ValidTo)) { IsUsual = true, Priority = "p3", IsCode = true, Order = row => row.ValidFrom ?? row.ValidTo },
        new("adopted", "Adopted", Adopted) { IsSmall = true, Order = row => row.AdoptedOn },
        new("score", "Sections, of 36", row => row.Score?.ToString(CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p3", IsNumber = true, Order = row => row.Score },
        new("work", "Actions or projects", Work) { IsUsual = true, Priority = "p2", Order = Urgency },
        new("budget", "Budget", row => row.Budget is { } cents ? Words.Money(cents, row.Currency!) : null) { IsUsual = true, Priority = "p2", IsNumber = true, Order = row => row.Budget is { } cents ? string.Create(CultureInfo.InvariantCulture, $"{row.Currency} {cents:D20}") : null }, // amounts of two currencies are not larger or smaller than each other
    ];

    public static ListColumn<ListPlans.Row> Of(ListPlans.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>"3 of 12 done".</summary>
    public static string Progress(ListPlans.Row row) => row.Works == 0 ? $"no {(row.Kind == PlanKind.Ceap ? "actions" : "projects")} yet"
        : $"{Words.Of(row.Done)} of {Words.Of(row.Works)} {(row.Kind == PlanKind.Ceap ? "done" : "in operation")}";

    private static string? Work(ListPlans.Row row) => row.Code is null ? null : row.Late > 0 ? $"{Progress(row)}, {Words.Of(row.Late)} late" : Progress(row);

    private static string? Adopted(ListPlans.Row row) => (row.AdoptedOn, row.AdoptedBy) switch
    {
        ({ } day, { } by) => $"{Words.Of(day)}, {by}",
        ({ } day, null) => Words.Of(day),
        (null, { } by) => $"{by}, day not stated",
        _ => row.Status is PlanStatus.Adopted or PlanStatus.UnderRevision or PlanStatus.Expired ? "not stated" : null,
    };

    /// <summary>The most late first; among the others, those with the smallest part done.</summary>
    private static object Urgency(ListPlans.Row row) => row.Late > 0 ? -row.Late * 10.0 : row.Works == 0 ? 2.0 : (double)row.Done / row.Works;
}
