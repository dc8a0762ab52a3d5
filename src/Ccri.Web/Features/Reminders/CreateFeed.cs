using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Reminders;

/// <summary>Makes a calendar feed; its address is told once and kept nowhere.</summary>
public static class CreateFeed
{
    /// <summary>More than that nobody keeps an eye on.</summary>
    public const int MostFeeds = 10;

    /// <param name="GroupId">Empty: of all that the person sees to, and when the own groups meet.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid? GroupId = null) : IRequest<string>;

    public sealed class Handler(CcriDbContext db, CurrentUser user, IOptions<SiteOptions> site, TimeProvider clock) : IRequestHandler<Command, string>
    {
        /// <returns>The address.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = user.PersonId ?? throw new NotAllowedException("A feed is made by the person who reads it. Sign in as the person.");
            if (request.GroupId is { } group && !await db.WorkingGroups.AnyAsync(g => g.Id == group, cancellationToken))
                throw Refusal.At(nameof(Command.GroupId), "There is no such working group. Choose one of the list.");
            if (await db.CalendarFeeds.CountAsync(f => f.PersonId == person && f.RevokedAt == null, cancellationToken) >= MostFeeds)
                throw new RuleViolationException($"You have {MostFeeds} feeds already. Revoke one that you do not use any more.");
            var token = CalendarFeed.NewToken();
            db.CalendarFeeds.Add(new CalendarFeed(person, request.GroupId, token, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return $"{site.Value.Address.TrimEnd('/')}/calendar/{token}.ics";
        }
    }
}
