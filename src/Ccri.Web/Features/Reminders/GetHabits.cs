using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>When the person who asks gets mail, and of which rules it wants none.</summary>
public static class GetHabits
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Ended">Rules whose mails the person does not want.</param>
    public sealed record Answer(EditHabits.Command Form, IReadOnlyList<NamedChoice> Ended);

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var saved = await db.ReminderHabits.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == user.PersonId, cancellationToken);
            var habits = saved ?? new ReminderHabits(user.PersonId ?? Guid.Empty);
            var ended = await db.Unsubscriptions.Where(u => u.PersonId == user.PersonId).Join(db.ReminderRules, u => u.RuleId, r => r.Id, (u, r) => new { r.Id, r.Name }).OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            return new Answer(
                new EditHabits.Command
                {
                    Version = saved?.Version, Days = [.. EditHabits.EachDay.Where(d => habits.Days.HasFlag(d))], Hour = habits.Hour, QuietFrom = habits.QuietFrom, QuietUntil = habits.QuietUntil, MailsPerWeek = habits.MailsPerWeek,
                },
                [.. ended.Select(r => new NamedChoice(r.Id, r.Name))]);
        }
    }
}
