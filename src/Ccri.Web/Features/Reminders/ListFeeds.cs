using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>The calendar feeds of the person who asks, and what another can be made of.</summary>
public static class ListFeeds
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Feeds, IReadOnlyList<NamedChoice> Groups);

    /// <param name="Group">Empty of the person's own.</param>
    /// <param name="CreatedAt">UTC.</param>
    /// <param name="ReadAt">UTC; empty while no program has read it.</param>
    public sealed record Row(Guid Id, string? Group, DateTime CreatedAt, DateTime? ReadAt);

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) => new(
            await db.CalendarFeeds.Where(f => f.PersonId == user.PersonId && f.RevokedAt == null).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id)
                .Select(f => new Row(f.Id, db.WorkingGroups.Where(g => g.Id == f.WorkingGroupId).Select(g => g.Name).FirstOrDefault(), f.CreatedAt, f.ReadAt)).ToListAsync(cancellationToken),
            await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new NamedChoice(g.Id, g.Name)).ToListAsync(cancellationToken));
    }
}
