using Ccri.Domain.Accounts;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Reminders;

/// <summary>Messages about mails of reminders, and who may send them.</summary>
public static class ReminderMailMessages
{
    private static readonly Role[] Reminded = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new Unsubscribe.Command(Guid.Empty), Reminded),
        new(new Subscribe.Command(Guid.Empty), Reminded),
        new(new GetUnsubscribeLink.Query("no token")) { Everybody = true },
        new(new UnsubscribeByLink.Command("no token")) { Everybody = true },
        new(new ListReminderLog.Query(), Reminded),
        new(new GetMail.Query(Guid.Empty), Reminded),
        new(new SendMailAgain.Command(Guid.Empty), Role.Coordinator),
    ];
}
