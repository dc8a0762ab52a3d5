using Ccri.Domain.Accounts;
using Ccri.Web.Features.WorkingGroups.Calendar;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Messages of minutes, group reports and calendars, and who may send them.</summary>
public static class DocumentMessages
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>(), Readers = [Role.Officer, Role.Lead, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetMinutes.Query(Guid.Empty), Everybody),
        new(new RenderMinutes.Query(Guid.Empty), Everybody),
        new(new GetGroupReport.Query("TWG-C"), Readers),
        new(new RenderGroupReport.Query("TWG-none"), Readers),
        new(new WriteGroupReport.Query("TWG-C", "introduction"), Readers),
        new(new WriteGroupReport.Command { Code = "TWG-C", Section = "no-such-section" }, Readers),
        new(new LeaveOutItem.Query("TWG-C", Guid.Empty), Readers),
        new(new LeaveOutItem.Command { Code = "TWG-C", Reason = "Said twice" }, Readers),
        new(new TakeInItem.Command("TWG-C", Guid.Empty), Readers),
        new(new GetSessionCalendar.Query(Guid.Empty), Everybody),
        new(new GetGroupCalendar.Query("TWG-C"), Everybody),
    ];
}
