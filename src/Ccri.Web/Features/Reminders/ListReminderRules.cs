using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Every rule: what it reminds of, when, whom, where, and since when it is on.</summary>
public static class ListReminderRules
{
    [Allow(Role.Coordinator)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Days">In words.</param>
    /// <param name="Escalation">Who else is told later; empty when nobody is.</param>
    /// <param name="Reminded">How often it has reminded somebody; one that never did can be removed.</param>
    public sealed record Row(Guid Id, Guid Version, ReminderKind Kind, string Name, string Days, string Who, string? Escalation, ReminderChannel Channel, DateOnly? OnSince, int Reminded);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var counts = await db.Reminders.GroupBy(r => r.RuleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var rules = await db.ReminderRules.AsNoTracking().ToListAsync(cancellationToken);
            return [.. rules.OrderBy(r => r.Kind).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id)
                .Select(r => new Row(r.Id, r.Version, r.Kind, r.Name, RuleDays.InWords(r), RuleWords.Of(r.Audience), RuleWords.Escalation(r), r.Channel, r.OnSince, counts.GetValueOrDefault(r.Id)))];
        }
    }
}
