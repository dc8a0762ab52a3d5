using Ccri.Domain.Accounts;
using Ccri.Web.Features.Reports;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Reports;

/// <summary>Messages of snapshots, and who may send them.</summary>
public static class SnapshotMessages
{
    private static readonly Role[] Readers = Enum.GetValues<Role>();

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new CaptureAtCutOff.Command()),
        new(new ReadSnapshot.Query("2026-Q3", Messages.Own), Readers),
        new(new CompareSnapshots.Query("2026-Q3", Messages.Own), Readers),
    ];
}
