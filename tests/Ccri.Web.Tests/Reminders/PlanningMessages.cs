using Ccri.Domain.Accounts;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Reminders;

/// <summary>Messages of planning, and who may send them.</summary>
public static class PlanningMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new PlanReminders.Command()),
        new(new AddStandardRules.Command()),
        new(new PreviewReminders.Query(), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
    ];
}
