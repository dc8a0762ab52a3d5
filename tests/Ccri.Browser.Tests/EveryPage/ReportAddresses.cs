using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of the reporting cycle. Which quarter is frozen and which is open depends on the day on which the demonstration was filled.</summary>
internal static class ReportAddresses
{
    /// <summary>A demonstration freezes a quarter 20 days after its end and opens the next one some days later.</summary>
    private static readonly DateOnly InOpen = PublishedSite.Today.AddDays(-25);

    private static readonly string Open = $"/reports/{Code(InOpen)}", Past = $"/reports/{Code(InOpen.AddMonths(-3))}";

    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Reports"] = new("/reports"),
        ["Reports of a territory contact"] = new("/reports", Role.Territory),
        ["Reporting period, new"] = new("/reports/new"),
        ["Reporting period, open"] = new(Open),
        ["Reporting period, frozen"] = new(Past, Role.Lead),
        ["Files of a period"] = new($"{Past}/files", Role.Desk),
        ["Report of a territory"] = new($"{Open}/territories/uppsala", Role.Lead),
        ["Report of a territory, write"] = new($"{Open}/territories/tampere-region/write"),
        ["Changes of a territory"] = new($"{Past}/territories/uppsala/changes"),
        ["Progress report"] = new($"{Past}/territories/uppsala/progress", Role.Desk),
        ["Overview of a quarter"] = new($"{Past}/overview", Role.Desk),
        ["Freeze a period"] = new($"{Open}/freeze"),
        ["Reopen a period"] = new($"{Past}/reopen"),
    };

    private static string Code(DateOnly day) => FormattableString.Invariant($"{day.Year}-Q{(day.Month + 2) / 3}");
}
