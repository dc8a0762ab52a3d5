using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Everything that the system holds on a contact, as one file: what is kept, where the register names the contact, and what was done to it.</summary>
public static class ExportContact
{
    [Allow(Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<byte[]>;

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Query, byte[]>
    {
        private static readonly JsonSerializerOptions Readable = new()
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // names stay as they are written
            Converters = { new JsonStringEnumConverter() },
        };

        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken)
        {
            var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            var named = new Pseudonym(contact.Name, contact.Email, "", "");
            var contacts = await db.Contacts.Where(c => c.Id == contact.Id || contact.Email != null && c.Email == contact.Email).OrderBy(c => c.Id).Select(c => new
            {
                c.Id, c.Name, c.Email, c.Phone, c.Function, c.Language, c.From, c.To, c.ConsentBasis, c.ConsentOn, c.ConsentNote, c.Notes,
                Organisation = db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                Territory = db.Territories.Where(t => t.Id == c.TerritoryId).Select(t => t.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
            var ids = contacts.Select(c => c.Id).ToList();
            return JsonSerializer.SerializeToUtf8Bytes(new
            {
                ExportedAt = clock.GetUtcNow().UtcDateTime,
                Contacts = contacts,
                NamedIn = (await PersonalTraces.MentionsAsync(db, named, cancellationToken)).Where(m => !ids.Contains(m.Id)),
                Audit = await db.AuditRows.Where(a => ids.Contains(a.SubjectId)).OrderBy(a => a.At).ThenBy(a => a.Id)
                    .Select(a => new { a.At, a.Door, a.Noun, a.SubjectId, a.Action, a.Changes }).ToListAsync(cancellationToken),
            }, Readable);
        }
    }
}
