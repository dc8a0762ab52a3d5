using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>A rule as its form shows it; without an id, the form of a new one.</summary>
public static class GetReminderRule
{
    [Allow(Role.Coordinator)]
    public sealed record Query(Guid? Id) : IRequest<Answer>;

    /// <param name="OnSince">Empty of a new one, and of one that is off.</param>
    public sealed record Answer(EditReminderRule.Command Form, ReminderKind? Kind, DateOnly? OnSince);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Id is null)
                return new Answer(new EditReminderRule.Command { Count = DayCount.Calendar, Channel = ReminderChannel.Both, Audience = [ReminderAudience.Owner] }, null, null);
            var rule = await db.ReminderRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Rule", request.Id);
            return new Answer(
                new EditReminderRule.Command
                {
                    Id = rule.Id, Version = rule.Version, Name = rule.Name, Offsets = RuleDays.Write(rule.Offsets), Count = rule.Count, Audience = [.. RuleWords.Each(rule.Audience)], Channel = rule.Channel,
                    EscalateAfter = rule.EscalateAfter, EscalateTo = rule.EscalateTo == ReminderAudience.None ? null : rule.EscalateTo,
                },
                rule.Kind, rule.OnSince);
        }
    }
}
