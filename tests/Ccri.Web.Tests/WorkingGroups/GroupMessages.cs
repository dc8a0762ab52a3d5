using Ccri.Domain.Accounts;
using Ccri.Web.Features.WorkingGroups;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Messages of working groups, their members and their attendance, and who may send them.</summary>
public static class GroupMessages
{
    private static readonly Role[] Leads = [Role.Officer, Role.Lead, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetGroup.Query("TWG-C"), Enum.GetValues<Role>()),
        new(new GetAttendance.Query("TWG-C"), Leads),
        new(new ListAttendance.Query(), Leads),
        new(new EditGroup.Query("TWG-C"), Leads),
        new(new EditGroup.Command { Code = "TWG-C" }, Leads),
        new(new AddMember.Query("TWG-C"), Leads),
        new(new AddMember.Command { Code = "TWG-C" }, Leads),
        new(new EditMember.Query("TWG-C", Guid.Empty), Leads),
        new(new EditMember.Command { Code = "TWG-C" }, Leads),
        new(new RemoveMember.Command("TWG-C", Guid.Empty, Guid.Empty), Leads),
        new(new AddSubGroup.Query("TWG-C"), Leads),
        new(new AddSubGroup.Command { Code = "TWG-C" }, Leads),
        new(new EditSubGroup.Query("TWG-C", Guid.Empty), Leads),
        new(new EditSubGroup.Command { Code = "TWG-C" }, Leads),
        new(new RemoveSubGroup.Command("TWG-C", Guid.Empty, Guid.Empty), Leads),
    ];
}
