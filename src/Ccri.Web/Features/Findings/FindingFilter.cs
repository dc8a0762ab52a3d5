using Ccri.Domain.Findings;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Findings;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class FindingFilter
{
    [FromQuery(Name = "kind")] public string? Kind { get; set; }

    /// <summary>The territory's part of its address.</summary>
    [FromQuery(Name = "territory")] public string? Territory { get; set; }

    /// <summary>"accepted" or "all"; those that nobody has accepted otherwise.</summary>
    [FromQuery(Name = "show")] public string? Show { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public FindingKind? KnownKind => FromAddress.Known<FindingKind>(Kind);

    public ListFindings.Which Which => FromAddress.Known<ListFindings.Which>(Show) ?? ListFindings.Which.Open;

    public bool IsSet => KnownKind is not null || !string.IsNullOrEmpty(Territory) || Which != ListFindings.Which.Open;

    public ListFindings.Query ToQuery(int size = ListFindings.PageSize) => new(KnownKind, Territory?.ToLowerInvariant(), Which, FromAddress.Page(P), size);
}
