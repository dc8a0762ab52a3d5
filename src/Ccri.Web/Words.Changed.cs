using Ccri.Domain.Reports;

namespace Ccri.Web;

/// <summary>Of how much changed.</summary>
public static partial class Words
{
    /// <summary>"3 slipped", "2 other statuses".</summary>
    public static string Counted(ChangeKind kind, int count) => kind switch
    {
        ChangeKind.New => $"{Of(count)} new",
        ChangeKind.Closed => $"{Of(count)} closed",
        ChangeKind.Slipped => $"{Of(count)} slipped",
        ChangeKind.BroughtForward => $"{Of(count)} brought forward",
        ChangeKind.Status => Plural.Of(count, "status changed", "statuses changed"),
        ChangeKind.Step => Plural.Of(count, "other step", "other steps"),
        _ => Plural.Of(count, "other figure", "other figures"),
    };
}
