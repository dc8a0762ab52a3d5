using Ccri.Domain.Accounts;
using Ccri.Web.Features.Reports;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Reports;

/// <summary>Messages of the reporting cycle, and who may send them.</summary>
public static class ReportMessages
{
    private const string None = "2099-Q4";

    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];
    private static readonly Role[] Editors = [Role.Officer, Role.Coordinator, Role.Territory];
    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new ListPeriods.Query(), Enum.GetValues<Role>()),
        new(new GetPeriod.Query(None), Readers),
        new(new OpenPeriod.Query(), Role.Coordinator),
        new(new OpenPeriod.Command("", ""), Role.Coordinator),
        new(new MovePeriod.Query(None), Role.Coordinator),
        new(new MovePeriod.Command { Code = None }, Role.Coordinator),
        new(new GetFreezing.Query(None), Role.Coordinator),
        new(new FreezePeriod.Command(None, null), Role.Coordinator),
        new(new ReopenPeriod.Command(None, "A figure was wrong."), Role.Coordinator),
        new(new GetTerritoryReport.Query(None, Messages.Own), Readers),
        new(new WriteReport.Command(None, Messages.Own, "We did it.", null), Editors),
        new(new ConfirmStatements.Command(None, Messages.Own, []), Editors),
        new(new SubmitReport.Command(None, Messages.Own), Editors),
        new(new RemarkOnReport.Command(None, Messages.Own, "Why?"), Editors),
        new(new ReturnReport.Command(None, Messages.Own, "Say more."), Office),
        new(new ApproveReport.Command(None, Messages.Own), Office),
    ];
}
