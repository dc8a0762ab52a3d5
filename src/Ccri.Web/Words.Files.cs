using Ccri.Domain.Reports;

namespace Ccri.Web;

public static partial class Words
{
    /// <summary>A kind of file as it is named in lists.</summary>
    public static string OfFile(ReportKind kind) => kind switch
    {
        ReportKind.Progress => "Progress report",
        ReportKind.Ceap => "Action plan (CEAP)",
        ReportKind.Ceip => "Investment plan (CEIP)",
        _ => "Overview of the quarter",
    };

    /// <summary>"81 KB"; reports have at most a few megabytes.</summary>
    public static string OfSize(int bytes) => FormattableString.Invariant($"{Math.Max(1, (bytes + 512) / 1024):N0} KB");
}
