using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Support;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class SupportFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "type")] public string? Type { get; set; }
    [FromQuery(Name = "territory")] public string? Territory { get; set; }
    [FromQuery(Name = "organisation")] public string? Organisation { get; set; }

    /// <summary>Such as 2026-Q4; the days win over it.</summary>
    [FromQuery(Name = "quarter")] public string? Quarter { get; set; }
    [FromQuery(Name = "from")] public string? From { get; set; }
    [FromQuery(Name = "to")] public string? To { get; set; }

    /// <summary>"yes" or "no".</summary>
    [FromQuery(Name = "serves")] public string? Serves { get; set; }

    /// <summary>"yes" or "no".</summary>
    [FromQuery(Name = "exception")] public string? Exception { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = ListColumns.Parameter)] public string[]? Columns { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Type, Territory, Organisation, Quarter, From, To, Serves, Exception }.Any(value => !string.IsNullOrWhiteSpace(value));

    public ListSupport.Query ToQuery(int size = ListSupport.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListSupport.SortBy>(Sort);
        var quarter = ReportingPeriod.QuarterOf(Quarter?.ToUpperInvariant());
        return new(Q, FromAddress.Known<ActivityType>(Type), Territory?.ToLowerInvariant(), Guid.TryParse(Organisation, out var organisation) ? organisation : null,
            FromAddress.Day(From) ?? quarter?.From, FromAddress.Day(To) ?? quarter?.To, IsYes(Serves), IsYes(Exception), sort ?? ListSupport.SortBy.On, sort is null || descending, FromAddress.Page(P), size);
    }

    private static bool? IsYes(string? answer) => answer?.ToLowerInvariant() switch { "yes" => true, "no" => false, _ => null };
}
