namespace Ccri.Domain.Accounts;

/// <summary>A view of a list that a person keeps under a name: its filters, columns and order as they stand in the address. Source: product.md, "saved filters".</summary>
public sealed class SavedFilter : Entity
{
    /// <summary>In characters.</summary>
    public const int LongestName = 60, LongestQuery = 4000;

    /// <param name="list">The list it is a view of: "territories".</param>
    /// <param name="query">The part of the address after the question mark, with nothing in it but parameters of that list.</param>
    /// <exception cref="RuleViolationException">When the name is missing or too long, or when there is nothing to keep.</exception>
    public SavedFilter(Guid personId, string list, string name, string query, bool isShared)
    {
        Require(query.Length > 0, "Nothing is filtered, sorted or chosen here, so there is no view to save. Set a filter first.");
        Require(query.Length <= LongestQuery, "This view is too long to save. Please search for fewer words.");
        (PersonId, List, Query, IsShared) = (personId, Line(list, "The list", 40), query, isShared);
        Name = "";
        Rename(name);
    }

    /// <summary>Who saved it: only this person renames it.</summary>
    public Guid PersonId { get; private set; }
    public string List { get; private set; }

    /// <summary>Unique among the views that the person has of the list.</summary>
    public string Name { get; private set; }
    public string Query { get; private set; }

    /// <summary>Whether everybody who may see the list can use it.</summary>
    public bool IsShared { get; private set; }

    /// <exception cref="RuleViolationException">When the name is missing, longer than <see cref="LongestName"/>, or more than one line.</exception>
    public void Rename(string name)
    {
        var line = Line(name, "The name of the view", LongestName);
        Require(!line.Any(char.IsControl), "The name of the view holds a line break or another character that cannot be shown. Please type it as one line.");
        Name = line;
    }

    public void Share(bool withEverybody) => IsShared = withEverybody;
}
