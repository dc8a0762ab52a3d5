using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Whom to write to at a territory: persons, so only for those who work with them, and for the territory itself.</summary>
public static class ListTerritoryContacts
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string? Function, string? Organisation, string? Email, string? Phone, string? Language);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(id);
            return await db.Contacts.NotOverBy(calendar.Today).Where(c => c.TerritoryId == id).OrderBy(c => c.Name).ThenBy(c => c.Id)
                .Select(c => new Row(c.Id, c.Name, c.Function, db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Name).FirstOrDefault(), c.Email, c.Phone, c.Language))
                .ToListAsync(cancellationToken);
        }
    }
}
