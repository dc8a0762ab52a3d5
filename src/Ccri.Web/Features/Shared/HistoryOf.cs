namespace Ccri.Web.Features.Shared;

/// <summary>What the link "History" leads to: <c>&lt;partial name="_History" model="HistoryOf.Territory(slug)" /&gt;</c>.</summary>
public sealed record HistoryOf(string Query)
{
    /// <summary>Everything that belongs to the territory.</summary>
    public static HistoryOf Territory(string slug) => new($"territory={Uri.EscapeDataString(slug)}");

    /// <summary>One row, or one row and those that belong to it.</summary>
    public static HistoryOf Rows(params IEnumerable<Guid> ids) => new(string.Join('&', ids.Select(id => $"subject={id}")));
}
