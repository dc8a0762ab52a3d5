using Ccri.Domain.Accounts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Ccri.Web.Features.Shared;

/// <summary>A list whose views can be saved: where it is, who may see it, and which parameters its address knows.</summary>
/// <param name="Key">As it is stored with a saved view; never changes.</param>
/// <param name="Parameters">In the order in which a saved view holds them. The number of the page is none of them.</param>
/// <param name="UsualColumns">What it shows while nobody has chosen columns; empty where they cannot be chosen.</param>
public sealed record FilteredList(string Key, string Title, string Address, IReadOnlyList<string> Parameters, IReadOnlyList<string> UsualColumns, IReadOnlyList<Role> Readers)
{
    public static readonly FilteredList Territories = new("territories", "Territories", "/territories",
        ["q", "tier", "type", "country", "group", "gap", "status", "quiet", "sort", ListColumns.Parameter], ["name", "status", "tier", "country", "lead", "groups", "population", "attention"],
        [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk]);

    public static readonly FilteredList Organisations = new("organisations", "Organisations", "/organisations",
        ["q", "role", "sort", ListColumns.Parameter], ["name", "country", "roles"], [Role.Officer, Role.Lead, Role.Coordinator, Role.Desk]);

    public static readonly FilteredList Solutions = new("solutions", "Solutions", "/solutions",
        ["q", "territory", "status", "tier", "phase", "state", "supported", "sort", ListColumns.Parameter], ["name", "territory", "status", "phase", "state", "supported", "criteria", "next"],
        [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory]);

    public static readonly FilteredList Plans = new("plans", "Plans", "/plans",
        ["q", "kind", "status", "standing", "tier", "country", "year", "late", "sort", ListColumns.Parameter], ["title", "territory", "standing", "kind", "status", "years", "score", "work", "budget"],
        [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory]);

    public static readonly FilteredList Support = new("support", "Support", "/support",
        ["q", "type", "territory", "organisation", "quarter", "from", "to", "serves", "exception", "sort", ListColumns.Parameter], ["title", "on", "type", "territories", "organisation", "days", "hours", "participants", "needs"],
        [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory]);

    public static readonly FilteredList Audit = new("audit", "Audit", "/programme/audit",
        ["person", "territory", "noun", "from", "to", "door", "subject"], [], [Role.Officer, Role.Coordinator]);

    /// <summary>In the order in which a person reads them. A new list is added here and can then save its views.</summary>
    public static readonly IReadOnlyList<FilteredList> All = [Territories, Plans, Solutions, Support, Organisations, Audit];

    public static FilteredList? Find(string? key) => All.FirstOrDefault(list => list.Key == key);

    /// <summary>The same view always as the same text: only parameters of this list, in one order, without empty ones, without the page and without columns that are the usual ones.</summary>
    public string Normalise(string? query)
    {
        var given = QueryHelpers.ParseQuery(query);
        var kept = new QueryBuilder();
        foreach (var parameter in Parameters.Where(given.ContainsKey))
        {
            var values = given[parameter].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0 && !value.Any(char.IsControl)).Distinct().ToList();
            if (parameter != ListColumns.Parameter || !UsualColumns.ToHashSet().SetEquals(values))
                values.ForEach(value => kept.Add(parameter, value));
        }
        return kept.ToString().TrimStart('?');
    }

    /// <summary>Where a view of this list is seen; stays on this site whatever the query holds.</summary>
    public string AddressOf(string query) => query.Length == 0 ? Address : $"{Address}?{query}";
}
