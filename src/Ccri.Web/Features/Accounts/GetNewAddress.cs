using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Whether a link to confirm an address can still be used.</summary>
public static class GetNewAddress
{
    [Allow(Everybody = true)]
    public sealed record Query(Guid PersonId, string? Address, string? Token) : IRequest<bool>;

    public sealed class Handler(CcriDbContext db, AddressLink links) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query request, CancellationToken cancellationToken)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == request.PersonId && db.Persons.Any(p => p.Id == a.Id && p.DisabledAt == null), cancellationToken);
            return account is not null && !string.IsNullOrEmpty(request.Address) && await links.FitsAsync(account, request.Address, request.Token)
                && !await db.Persons.AnyAsync(p => p.Email == request.Address, cancellationToken);
        }
    }
}
