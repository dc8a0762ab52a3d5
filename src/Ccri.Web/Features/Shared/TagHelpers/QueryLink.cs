using Microsoft.AspNetCore.Http.Extensions;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>A link to the same page that changes one parameter and keeps the others: filters live in the address.</summary>
internal static class QueryLink
{
    public static string With(HttpRequest request, string key, string? value, string? without = null)
    {
        bool IsKept(string name) => !name.Equals(key, StringComparison.OrdinalIgnoreCase)
            && !name.Equals(without, StringComparison.OrdinalIgnoreCase);

        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(p => IsKept(p.Key)))
            foreach (var text in values) query.Add(name, text ?? "");
        if (value is not null) query.Add(key, value);
        return query.Any() ? query.ToString() : "?"; // relative to this page; "?" alone clears the query
    }
}
