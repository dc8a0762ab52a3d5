using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>The contacts at an organisation: personal, so only for those who work with them.</summary>
public static class ListContacts
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(Guid OrganisationId) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Slug">Of the territory that the contact is for, too.</param>
    public sealed record Row(Guid Id, string Name, string? Function, string? Email, string? Phone, string? Language, ConsentBasis ConsentBasis, DateOnly? ConsentOn,
        string? Territory, string? Slug, string? Notes, DateOnly? From, DateOnly? To)
    {
        public bool IsOver { get; init; }
        public Guid? TerritoryId { get; init; }

        /// <summary>Whether to show what changes it.</summary>
        public bool MayEdit { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = calendar.Today;
            var rows = await (from c in db.Contacts.Where(c => c.OrganisationId == request.OrganisationId)
                              join t in db.Territories on c.TerritoryId equals t.Id into territories
                              from territory in territories.DefaultIfEmpty()
                              orderby c.Name, c.Id
                              select new Row(c.Id, c.Name, c.Function, c.Email, c.Phone, c.Language, c.ConsentBasis, c.ConsentOn, territory!.Name, territory.Slug, c.Notes, c.From, c.To) { TerritoryId = c.TerritoryId })
                .ToListAsync(cancellationToken);
            return [.. rows.Select(row => row with { IsOver = row.To < today, MayEdit = MayEdit(row.TerritoryId) }).OrderBy(row => row.IsOver).ThenBy(row => row.Name, StringComparer.Ordinal)];
        }

        private bool MayEdit(Guid? territoryId) => territoryId is { } id ? access.MayEdit(id) : access.MayEditForOffice(null);
    }
}
