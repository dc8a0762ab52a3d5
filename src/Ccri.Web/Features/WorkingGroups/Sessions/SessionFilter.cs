using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class SessionFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }

    /// <summary>The code of a working group; "none" for events for everybody.</summary>
    [FromQuery(Name = "group")] public string? Group { get; set; }
    [FromQuery(Name = "kind")] public string? Kind { get; set; }
    [FromQuery(Name = "state")] public string? State { get; set; }
    [FromQuery(Name = "year")] public string? Year { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Group, Kind, State, Year }.Any(value => !string.IsNullOrWhiteSpace(value));

    public ListSessions.Query ToQuery(int size = ListSessions.PageSize) =>
        new(Q, Group, FromAddress.Known<SessionKind>(Kind), FromAddress.Known<SessionState>(State), int.TryParse(Year, out var year) && year is > 2000 and < 2200 ? year : null, FromAddress.Page(P), size);
}
