using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The sections of a group's report in addresses, and what stands in them.</summary>
public static class ReportSections
{
    /// <summary>"barriers-and-levers".</summary>
    public static string Slug(GroupReportSection section) => Words.Of(section).ToLowerInvariant().Replace(' ', '-');

    /// <summary>Empty when there is no such section.</summary>
    public static GroupReportSection? Find(string slug) => Enum.GetValues<GroupReportSection>().Where(s => Slug(s) == slug).Select(s => (GroupReportSection?)s).FirstOrDefault();

    /// <summary>Where an item stands. Decisions and actions have no section with a text of their own; they follow the recommendations.</summary>
    public static GroupReportSection Of(ItemKind kind) => kind switch
    {
        ItemKind.Barrier or ItemKind.Lever => GroupReportSection.BarriersAndLevers,
        ItemKind.Tool => GroupReportSection.KnowledgeAndTools,
        ItemKind.GoodPractice => GroupReportSection.Practices,
        _ => GroupReportSection.Recommendations,
    };

    public static ItemKind[] Kinds(GroupReportSection section) => section == GroupReportSection.Introduction ? [] : [.. Enum.GetValues<ItemKind>().Where(k => Of(k) == section)];
}
