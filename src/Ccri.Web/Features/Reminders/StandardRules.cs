using Ccri.Domain.Reminders;

namespace Ccri.Web.Features.Reminders;

/// <summary>The rules that a new register begins with, one for each kind. They are off, because nobody is mailed before a coordinator has looked at the preview; what is a person's own, or a fault of ours, is shown from the first day on.</summary>
public static class StandardRules
{
    private const ReminderAudience Territory = ReminderAudience.Owner | ReminderAudience.Accompanying;

    /// <summary>Those that a demonstration shows.</summary>
    public static readonly IReadOnlyList<ReminderKind> OfDemonstration = [ReminderKind.Milestone, ReminderKind.Action, ReminderKind.MinutesMissing, ReminderKind.FollowUp, ReminderKind.PeriodCutOff];

    /// <param name="today">In the programme's calendar.</param>
    public static IReadOnlyList<ReminderRule> Make(DateOnly today)
    {
        IReadOnlyList<ReminderRule> rules =
        [
            Rule(ReminderKind.Milestone, "Milestones", Territory, [-30, -14, -3, 0, 3, 7], escalateAfter: 14),
            Rule(ReminderKind.Action, "Actions that are to end", Territory, [-30, -14, -3, 0, 3, 7], escalateAfter: 14),
            Rule(ReminderKind.InvestmentGate, "Decisions on investment projects", Territory, [-30, -14, -3, 0, 3, 7], escalateAfter: 14),
            Rule(ReminderKind.MinutesMissing, "Minutes that nobody has circulated", ReminderAudience.Owner | ReminderAudience.Lead, [3, 7], escalateAfter: 14),
            Rule(ReminderKind.FollowUp, "Follow-ups", ReminderAudience.Owner, [-3, 0, 3, 7], escalateAfter: 14),
            Rule(ReminderKind.PeriodOpening, "Reports can be submitted", Territory, [0]),
            Rule(ReminderKind.PeriodCutOff, "Reports before the cut-off", Territory, [-14, -3, 0]), // after it the facts are taken as they stand
            Rule(ReminderKind.AssessmentDue, "Yearly needs assessment", ReminderAudience.Accompanying, [-30, 0, 30], escalateAfter: 60),
            Rule(ReminderKind.PlanExpiring, "Plans in their last year", Territory, [-180, -90, -30]), // the next plan takes half a year
            Rule(ReminderKind.FactsNotConfirmed, "Facts that nobody has confirmed", Territory, [0, 30]),
            Rule(ReminderKind.TerritoryQuiet, "Territories that have gone quiet", ReminderAudience.Accompanying, [0, 14], escalateAfter: 30),
            Rule(ReminderKind.OwnReminder, "Reminders made by hand", ReminderAudience.Owner, [0], ReminderChannel.App),
            Rule(ReminderKind.MailGivenUp, "Mails that did not arrive", ReminderAudience.Coordinator, [0], ReminderChannel.App),
        ];
        foreach (var rule in rules.Where(r => r.Kind is ReminderKind.OwnReminder or ReminderKind.MailGivenUp))
            rule.SwitchOn(today);
        return rules;
    }

    private static ReminderRule Rule(ReminderKind kind, string name, ReminderAudience audience, int[] offsets, ReminderChannel channel = ReminderChannel.Both, int? escalateAfter = null)
    {
        var rule = new ReminderRule(kind, name);
        rule.Fall(offsets, DayCount.Calendar);
        rule.Tell(audience, channel);
        rule.Escalate(escalateAfter, escalateAfter is null ? ReminderAudience.None : ReminderAudience.Coordinator);
        return rule;
    }
}
