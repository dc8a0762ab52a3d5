using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Plans;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class PlanFilter
{
    /// <summary>Before a kind: territories that have no such plan.</summary>
    public const string No = "no-";

    [FromQuery(Name = "q")] public string? Q { get; set; }

    /// <summary>"ceap", "ceip", "no-ceap" or "no-ceip".</summary>
    [FromQuery(Name = "kind")] public string? Kind { get; set; }
    [FromQuery(Name = "status")] public string? Status { get; set; }
    /// <summary>"atrisk", "offtrack" and so on: how it stands.</summary>
    [FromQuery(Name = "standing")] public string? Standing { get; set; }
    [FromQuery(Name = "tier")] public string? Tier { get; set; }
    [FromQuery(Name = "country")] public string? Country { get; set; }
    [FromQuery(Name = "year")] public string? Year { get; set; }

    /// <summary>"1": only those in which something is late.</summary>
    [FromQuery(Name = "late")] public string? Late { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = ListColumns.Parameter)] public string[]? Columns { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Kind, Status, Standing, Tier, Country, Year, Late }.Any(value => !string.IsNullOrWhiteSpace(value));

    public PlanKind? Missing => Kind is { } kind && kind.StartsWith(No, StringComparison.OrdinalIgnoreCase) ? FromAddress.Known<PlanKind>(kind[No.Length..]) : null;

    public bool IsLate => Late == "1";

    public ListPlans.Query ToQuery(int size = ListPlans.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListPlans.SortBy>(Sort);
        int? year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
        return new(Q, FromAddress.Known<PlanKind>(Kind), FromAddress.Known<PlanStatus>(Status), Tier?.ToLowerInvariant(), Country?.ToUpperInvariant(), year, IsLate, Missing, FromAddress.Known<Rag>(Standing),
            sort ?? ListPlans.SortBy.Work, descending, FromAddress.Page(P), size);
    }
}
