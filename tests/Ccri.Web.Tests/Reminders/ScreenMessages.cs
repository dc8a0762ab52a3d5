using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Reminders;

/// <summary>Messages of the pages of reminders and of health, and who may send them.</summary>
public static class ScreenMessages
{
    /// <summary>Everybody who can be reminded: never the desk.</summary>
    private static readonly Role[] Reminded = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    private static readonly DateOnly Day = new(2026, 12, 1);

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new ListReminders.Query(), Reminded),
        new(new FinishReminder.Command(ReminderKind.Milestone, Guid.Empty, Day), Reminded),
        new(new SnoozeReminder.Query(ReminderKind.Milestone, Guid.Empty, Day), Reminded),
        new(new SnoozeReminder.Command(), Reminded),
        new(new HandOverReminder.Query(ReminderKind.Milestone, Guid.Empty, Day), Reminded),
        new(new HandOverReminder.Command(), Reminded),
        new(new TakeBackReminder.Command(ReminderKind.Milestone, Guid.Empty, Day), Reminded),
        new(new CreateReminder.Query(), Reminded),
        new(new CreateReminder.Command(), Reminded),
        new(new OfferPreview.Query(), Reminded),
        new(new PreviewReminders.Query(), Reminded),
        new(new GetHabits.Query(), Reminded),
        new(new EditHabits.Command(), Reminded),
        new(new Subscribe.Command(Guid.Empty), Reminded),
        new(new ListFeeds.Query(), Reminded),
        new(new CreateFeed.Command(Guid.Empty), Reminded),
        new(new RevokeFeed.Command(Guid.Empty), Reminded),
        new(new ReadFeed.Query("no token")) { Everybody = true },

        new(new ListReminderRules.Query(), Role.Coordinator),
        new(new GetReminderRule.Query(null), Role.Coordinator),
        new(new CreateReminderRule.Command(), Role.Coordinator),
        new(new EditReminderRule.Command(), Role.Coordinator),
        new(new SwitchOnRule.Command(Guid.Empty, Guid.Empty), Role.Coordinator),
        new(new SwitchOffRule.Command(Guid.Empty), Role.Coordinator),
        new(new RemoveReminderRule.Command(Guid.Empty, Guid.Empty), Role.Coordinator),

        new(new RunJob.Command("no such job"), Role.Coordinator),
        new(new TellHealth.Query()) { Everybody = true },
    ];
}
