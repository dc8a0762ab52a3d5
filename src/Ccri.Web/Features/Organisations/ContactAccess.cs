using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Who may change which contact: the office any, a territory contact those of the own territory.</summary>
public sealed class ContactAccess(CcriDbContext db, Access access, CurrentUser user)
{
    /// <summary>Whether the user chooses the organisation of a contact for this territory, or for none: that is the office's.</summary>
    public bool MayChooseOrganisation(Guid? territoryId) => access.MayEditForOffice(territoryId);

    /// <exception cref="NotAllowedException">When the contact is somebody else's to change.</exception>
    public void RequireEdit(Contact contact) => RequireEdit(contact.TerritoryId);

    /// <summary>Finds what the form names, and whether the user may put a contact there.</summary>
    /// <param name="kept">The organisation that the contact is at already; a territory contact leaves it there.</param>
    public async Task<(Guid? OrganisationId, Guid? TerritoryId)> PlaceAsync(ContactFields fields, Guid? kept, CancellationToken cancellationToken)
    {
        Guid? territoryId = string.IsNullOrEmpty(fields.Territory) ? null
            : await db.Territories.Where(t => t.Slug == fields.Territory).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw Refusal.At(nameof(ContactFields.Territory), "There is no such territory. Choose one of the list.");
        RequireEdit(territoryId);
        if (!MayChooseOrganisation(territoryId))
            return (kept, territoryId);
        if (fields.Organisation is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken))
            throw Refusal.At(nameof(ContactFields.Organisation), "There is no such organisation. Choose one of the list.");
        return (fields.Organisation, territoryId);
    }

    private void RequireEdit(Guid? territoryId)
    {
        if (territoryId is { } id)
            access.RequireEdit(id);
        else if (user.Has(Role.Officer, Role.Coordinator) || user.IsSystem)
            access.RequireOffice(null);
        else
            throw new NotAllowedException("You may change the contacts of your own territory. Ask the support office to change another.");
    }
}
