using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Programme;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class AuditFilter
{
    /// <summary>Id of a person, or the name of a job or of the command line.</summary>
    [FromQuery(Name = "person")] public string? Person { get; set; }

    /// <summary>The territory's part of its address.</summary>
    [FromQuery(Name = "territory")] public string? Territory { get; set; }
    [FromQuery(Name = "noun")] public string? Noun { get; set; }
    [FromQuery(Name = "from")] public string? From { get; set; }
    [FromQuery(Name = "to")] public string? To { get; set; }
    [FromQuery(Name = "door")] public string? Door { get; set; }

    /// <summary>Ids of rows whose history is wanted.</summary>
    [FromQuery(Name = "subject")] public string[]? Subject { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public IReadOnlyList<Guid> Subjects => [.. (Subject ?? []).Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(ListAudit.MostSubjects)];

    public bool IsSet => Subjects.Count > 0 || new[] { Person, Territory, Noun, From, To, Door }.Any(value => !string.IsNullOrWhiteSpace(value));

    public ListAudit.Query ToQuery(int size = ListAudit.PageSize) => new(
        Person, Territory, Noun, FromAddress.Day(From), FromAddress.Day(To), FromAddress.Known<Door>(Door), Subjects, FromAddress.Page(P), size);
}
