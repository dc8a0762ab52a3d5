using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>What the page shows while the second factor is being set up: the picture to scan and the key to type.</summary>
public static class GetSecondFactorSetUp
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string? Ticket) : IRequest<Answer?>;

    /// <param name="Groups">The key in groups of four.</param>
    public sealed record Answer(QrCode Picture, IReadOnlyList<string> Groups);

    public sealed class Handler(CcriDbContext db, SecondFactorTicket tickets, CurrentUser user) : IRequestHandler<Query, Answer?>
    {
        public async Task<Answer?> Handle(Query request, CancellationToken cancellationToken)
        {
            var email = await db.Persons.Where(p => p.Id == user.PersonId).Select(p => p.Email).SingleOrDefaultAsync(cancellationToken);
            return email is not null && tickets.KeyOf(request.Ticket) is { } key
                ? new Answer(QrCode.Of(tickets.AddressOf(key, email)), [.. key.Chunk(4).Select(four => new string(four))])
                : null;
        }
    }
}
