using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>A contact as its form shows it, with what there is to choose from; without an id, the form of a new one at this place.</summary>
public static class GetContactForm
{
    /// <param name="Organisation">Of a new contact.</param>
    /// <param name="Territory">Its address, of a new contact.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid? Id, Guid? Organisation = null, string? Territory = null) : IRequest<Answer>;

    /// <param name="Place">The name of the organisation or territory that one came from, and comes back to.</param>
    /// <param name="Organisations">Empty for those who do not choose.</param>
    public sealed record Answer(EditContact.Command Form, string Place, string Back, IReadOnlyList<(Guid Id, string Name)> Organisations,
        IReadOnlyList<(string Slug, string Name)> Territories);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var may = new ContactAccess(db, access, user);
            var form = new EditContact.Command { Organisation = request.Organisation, Territory = request.Territory };
            if (request.Id is { } id)
            {
                var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new NotFoundException("Contact", id);
                may.RequireEdit(contact);
                form = Of(contact, await db.Territories.Where(t => t.Id == contact.TerritoryId).Select(t => t.Slug).SingleOrDefaultAsync(cancellationToken));
            }
            else
            {
                if (request.Territory is { } slug && !await db.Territories.AnyAsync(t => t.Slug == slug, cancellationToken))
                    throw new NotFoundException("Territory", slug);
                if (request.Organisation is { } at && !await db.Organisations.AnyAsync(o => o.Id == at, cancellationToken))
                    throw new NotFoundException("Organisation", at);
                await may.PlaceAsync(form, kept: null, cancellationToken);
            }
            var places = await db.Territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken);
            var current = places.Find(t => t.Slug == form.Territory);
            var chooses = may.MayChooseOrganisation(current?.Id);
            var organisation = chooses ? await db.Organisations.Where(o => o.Id == form.Organisation).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken) : null;
            var (place, back) = organisation is not null && request.Territory is null ? (organisation, $"/organisations/{form.Organisation}")
                : current is not null ? (current.Name, $"/territories/{form.Territory}") : ("Organisations", "/organisations");
            if (!chooses)
                return new Answer(form, place, back, [], []);
            var organisations = await db.Organisations.OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
            return new Answer(form, place, back, [.. organisations.Select(o => (o.Id, o.Name))], [.. places.Where(t => access.MayEdit(t.Id)).Select(t => (t.Slug, t.Name))]);
        }

        private static EditContact.Command Of(Contact contact, string? territory) => new()
        {
            Id = contact.Id,
            Version = contact.Version,
            Name = contact.Name,
            Function = contact.Function,
            Email = contact.Email,
            Phone = contact.Phone,
            Language = contact.Language,
            Organisation = contact.OrganisationId,
            Territory = territory,
            ConsentBasis = contact.ConsentBasis,
            ConsentOn = contact.ConsentOn,
            ConsentNote = contact.ConsentNote,
            Notes = contact.Notes,
        };
    }
}
