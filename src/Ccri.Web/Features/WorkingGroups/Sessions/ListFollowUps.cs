using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Follow-ups of the sessions that the user may read, a page at a time: open ones first, by the day on which they are due, so that late ones lead.</summary>
public static class ListFollowUps
{
    public const int PageSize = 50;

    /// <summary>How far a follow-up is.</summary>
    public enum Stand
    {
        Open,
        Late,
        Done,
        All,
    }

    /// <param name="Group">The code of a working group.</param>
    /// <param name="IsMine">Only what the user is to do.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Group = null, bool IsMine = false, Stand Stand = Stand.Open, int Page = 1) : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, IReadOnlyList<ListSessions.GroupName> Groups);

    /// <param name="DaysLate">Above zero once the due day has passed and it is open.</param>
    public sealed record Row(Guid Id, string What, string? Owner, DateOnly? Due, DateOnly? DoneOn, int DaysLate, Guid SessionId, string Topic, string? Group, bool MayFinish);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (today, own) = (calendar.Today, user.Roles.Where(r => r.Role == Role.Territory).Select(r => r.TerritoryId).OfType<Guid>().ToList());
            var sessions = groups.Visible(db.Sessions);
            if (request.Group?.Trim().ToUpperInvariant() is { Length: > 0 } code)
                sessions = sessions.Where(s => db.WorkingGroups.Any(g => g.Id == s.WorkingGroupId && g.Code == code));
            var items = db.SessionItems.Where(i => i.Kind == ItemKind.Action);
            if (request.IsMine)
                items = items.Where(i => i.OwnerId != null && i.OwnerId == user.PersonId || i.OwnerTerritoryId != null && own.Contains(i.OwnerTerritoryId.Value));
            items = request.Stand switch
            {
                Stand.Open => items.Where(i => i.DoneAt == null),
                Stand.Late => items.Where(i => i.DoneAt == null && i.Due < today),
                Stand.Done => items.Where(i => i.DoneAt != null),
                _ => items,
            };
            var found = from i in items
                        join s in sessions on i.SessionId equals s.Id
                        orderby i.DoneAt != null, i.Due, i.Id
                        select new
                        {
                            i.Id, i.Text, i.OwnerId, i.OwnerTerritoryId, i.Due, i.DoneAt, i.SessionId, s.Topic, s.WorkingGroupId, s.SubGroupId,
                            Person = db.Persons.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault(), Territory = db.Territories.Where(t => t.Id == i.OwnerTerritoryId).Select(t => t.Name).FirstOrDefault(),
                            Group = db.WorkingGroups.Where(g => g.Id == s.WorkingGroupId).Select(g => g.Name).FirstOrDefault(),
                        };
            var total = await found.CountAsync(cancellationToken);
            var page = Math.Min(request.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
            var rows = await found.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            return new Answer([.. rows.Select(r => new Row(r.Id, r.Text, r.Territory ?? r.Person, r.Due, r.DoneAt is { } done ? calendar.DayOf(done) : null, r.DoneAt is null && r.Due is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0,
                r.SessionId, r.Topic, r.Group, groups.MayFinish(r.WorkingGroupId, r.SubGroupId, r.OwnerId, r.OwnerTerritoryId)))], total, page,
                await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new ListSessions.GroupName(g.Code, g.Name)).ToListAsync(cancellationToken));
        }
    }
}
