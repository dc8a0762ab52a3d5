using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Answers <see cref="ListSavedFilters"/>: own views first, then the shared ones of others, each by name.</summary>
public sealed class SavedFiltersOfPerson(CcriDbContext db, CurrentUser user) : IRequestHandler<ListSavedFilters.Query, ListSavedFilters.Answer>
{
    public async Task<ListSavedFilters.Answer> Handle(ListSavedFilters.Query request, CancellationToken cancellationToken)
    {
        var list = request.List is null ? null : FilteredList.Find(request.List) ?? throw new NotFoundException("List", request.List);
        if (list is not null && !MayRead(user, list))
            throw new NotAllowedException("Your role does not include this list. A coordinator of the support office can give it to you.");

        var lists = FilteredList.All.Where(l => (list is null || l == list) && MayRead(user, l)).Select(l => l.Key).ToList();
        var (me, mayRemoveShared) = (user.PersonId, user.Has(Role.Coordinator));
        var filters = await db.SavedFilters
            .Where(f => lists.Contains(f.List) && (f.PersonId == me || f.IsShared))
            .OrderBy(f => f.Id)
            .Select(f => new ListSavedFilters.Row(f.Id, f.Version, f.List, f.Name, f.Query, f.IsShared, f.PersonId == me, f.PersonId == me || mayRemoveShared))
            .ToListAsync(cancellationToken);
        return new ListSavedFilters.Answer(list, list?.Normalise(request.Current) ?? "", MayShare(user),
            [.. filters.OrderByDescending(f => f.IsOwn).ThenBy(f => Folding.ForSearch(f.Name), StringComparer.Ordinal).ThenBy(f => f.Id)]);
    }

    internal static bool MayRead(CurrentUser user, FilteredList list) => user.IsSystem || user.Has(list.Readers);

    /// <summary>What colleagues see on their pages comes from colleagues; a contact or a desk officer keeps views for themselves.</summary>
    internal static bool MayShare(CurrentUser user) => user.Has(Role.Officer, Role.Lead, Role.Coordinator);
}
