using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Shared;

/// <summary>The views of a list that somebody can use: the own ones and the shared ones. Every list asks this, so the question stands here; Accounts, whose rows they are, answers it.</summary>
public static class ListSavedFilters
{
    /// <param name="List">Key of one list; empty for every list that the person may see.</param>
    /// <param name="Current">What the address of the list holds now.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string? List = null, string? Current = null) : IRequest<Answer>;

    /// <param name="List">The list that was asked for, or empty for all.</param>
    /// <param name="Current">What is shown now as it would be saved; empty when that is the whole list.</param>
    public sealed record Answer(FilteredList? List, string Current, bool MayShare, IReadOnlyList<Row> Filters);

    public sealed record Row(Guid Id, Guid Version, string List, string Name, string Query, bool IsShared, bool IsOwn, bool MayRemove);
}
