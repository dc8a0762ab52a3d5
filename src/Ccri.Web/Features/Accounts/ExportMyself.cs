using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Everything that the system holds on whoever asks, as one file.</summary>
public static class ExportMyself
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query : IRequest<byte[]>;

    public sealed class Handler(CcriDbContext db, PersonalData data, CurrentUser user) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken) =>
            user.PersonId is { } self && await db.Persons.AnyAsync(p => p.Id == self, cancellationToken)
                ? await data.OfAsync(self, cancellationToken) : throw new NotFoundException("Account", user.Name);
    }
}
