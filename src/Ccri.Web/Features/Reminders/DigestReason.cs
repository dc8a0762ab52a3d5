using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;

namespace Ccri.Web.Features.Reminders;

/// <summary>Why somebody is reminded, in a sentence: what the rule says, and what the person is to it.</summary>
public static class DigestReason
{
    private static readonly (ReminderAudience Audience, Role? Role, string Words)[] Known =
    [
        (ReminderAudience.Owner, null, "because it is yours or your territory's"),
        (ReminderAudience.Lead, Role.Lead, "as lead of the working group"),
        (ReminderAudience.Accompanying, Role.Officer, "as an officer who looks after the territory"),
        (ReminderAudience.Coordinator, Role.Coordinator, "as a coordinator"),
    ];

    /// <param name="roles">Of the person; empty when they are not known.</param>
    public static string Of(ReminderRule rule, ReminderStep step, IReadOnlyCollection<Role> roles)
    {
        var asWhom = string.Join(", or ", AsWhom(step == ReminderStep.Escalation ? rule.EscalateTo : rule.Audience, roles));
        return step == ReminderStep.Escalation
            ? $"You are told {asWhom}, since nobody has done it {Words.OfOffset(rule.EscalateAfter ?? 0, rule.Count)} the day."
            : $"You get it {asWhom}; it reminds {RuleDays.InWords(rule)}.";
    }

    /// <summary>A rule names several; those that the person's roles leave, and all of them where they leave none: it was handed over.</summary>
    private static IEnumerable<string> AsWhom(ReminderAudience audience, IReadOnlyCollection<Role> roles)
    {
        var named = Known.Where(k => audience.HasFlag(k.Audience)).ToList();
        var fitting = named.Where(k => k.Role is null || roles.Count == 0 || roles.Contains(k.Role.Value)).ToList();
        return (fitting.Count > 0 ? fitting : named).Select(k => k.Words);
    }
}
