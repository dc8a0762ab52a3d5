using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Reports;

/// <summary>Messages of issued files and previews, and who may send them.</summary>
public static class FileMessages
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new MakeReports.Command("2099-Q1")),
        new(new RenderDrafts.Query("2099-Q1", [ReportKind.Progress], null)),
        new(new ListFiles.Query("2099-Q1"), Everybody),
        new(new GetFile.Query("2099-Q1", "nothing.pdf"), Everybody),
        new(new ZipFiles.Query("2099-Q1"), Everybody),
        new(new RetryFiles.Command("2099-Q1", 1), Office),
        new(new PreviewReport.Query("2099-Q1", Messages.Own, ReportKind.Progress), Everybody),
        new(new PreviewQuarter.Query("2099-Q1"), Role.Officer, Role.Lead, Role.Coordinator, Role.Desk),
        new(new DraftPdf.Query("2099-Q1", Messages.Own, ReportKind.Ceap), Everybody),
        new(new VerifyFile.Query([]), Everybody),
    ];
}
