using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;

namespace Ccri.Web.Features.Shared;

/// <summary>A status as pages and lists show it: shape, words, why, and by whom.</summary>
/// <param name="Status">Empty when the thing is followed no more.</param>
/// <param name="Why">A sentence.</param>
/// <param name="By">Who gave it; empty while the rule decides.</param>
/// <param name="RuledOtherwise">What the rule says where a person says something else.</param>
public sealed record ShownStatus(StatusKind Kind, Guid Id, Rag? Status, string Why, string? By, DateOnly? On, string? RuledOtherwise)
{
    /// <summary>Of the page that tells all of it, below the site's root.</summary>
    public string Address => AddressOf(Kind, Id);

    public static string AddressOf(StatusKind kind, Guid id) => $"statuses/{kind.ToString().ToLowerInvariant()}/{id}";

    /// <summary>Since when, and better or worse than before; empty where only the status of today was read, or nothing is written down yet.</summary>
    public StatusPast? Past { get; init; }

    /// <summary>Whose it is: who may give it another status is asked of this.</summary>
    public Guid TerritoryId { get; init; }

    public static ShownStatus Of(Standing standing, string? who)
    {
        var by = standing.IsByPerson ? standing.By : null;
        return new(standing.Of.Kind, standing.Of.Id, standing.Status, Words.Why(standing, who), by is null ? null : who ?? "the support office", by?.On,
            by is not null && standing.Ruled is { } ruled ? $"{Words.Of(ruled.Status)}: {Words.OfRule(standing)}" : null);
    }
}
