using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Everything that the system holds on a person, as one file.</summary>
public static class ExportPerson
{
    [Allow(Role.Coordinator)]
    public sealed record Query(string Email) : IRequest<byte[]>;

    public sealed class Handler(CcriDbContext db, PersonalData data) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken)
        {
            var email = request.Email.Trim().ToLowerInvariant();
            var person = await db.Persons.Where(p => p.Email == email).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Person", email);
            return await data.OfAsync(person, cancellationToken);
        }
    }
}
