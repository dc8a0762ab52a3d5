using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;

namespace Ccri.Web.Demonstration;

/// <summary>The picture of an invented plan as it stood on a day: what had not happened by then is taken out again.</summary>
internal static class EarlierPlan
{
    /// <summary>One action in so many was added after the first version, has another title or another budget since.</summary>
    private const int Added = 9, Renamed = 11, Dearer = 5;

    public static Picture At(Picture picture, Plan plan, VersionOccasion occasion, DateOnly on, bool isFirst)
    {
        var added = isFirst ? Nth(picture, Added).Select(row => row.Name).ToHashSet() : [];
        var (renamed, dearer) = (isFirst ? Ids(Nth(picture, Renamed)) : [], isFirst ? Ids(Nth(picture, Dearer)) : []);
        return new Picture([.. picture.Rows
            .Where(row => !added.Contains(row.Name) && !(row.Fields.GetValueOrDefault("Of") is { } of && added.Contains(of)))
            .Select(row => Row(row, plan, occasion, on, renamed.Contains(row.Id), dearer.Contains(row.Id)))]);
    }

    private static IEnumerable<PictureRow> Nth(Picture picture, int n) =>
        picture.Rows.Where(row => row.Noun == nameof(PlanAction)).OrderBy(row => row.Id).Where((_, i) => i % n == n - 1);

    private static HashSet<Guid> Ids(IEnumerable<PictureRow> rows) => [.. rows.Select(row => row.Id)];

    private static PictureRow Row(PictureRow row, Plan plan, VersionOccasion occasion, DateOnly on, bool isRenamed, bool isDearer)
    {
        var fields = row.Fields.ToDictionary();
        var name = row.Name;
        switch (row.Noun)
        {
            case nameof(Plan):
                fields["Status"] = (occasion switch { VersionOccasion.SentToReview => PlanStatus.InReview, VersionOccasion.Adopted => PlanStatus.Adopted, _ => plan.Status }).ToString();
                if (occasion == VersionOccasion.SentToReview)
                    Leave(fields, nameof(Plan.AdoptedOn), nameof(Plan.AdoptedBy));
                break;
            case nameof(PlanAction):
                Undo(fields, on);
                if (isRenamed)
                    (fields["Title"], name) = ($"Study: {fields["Title"]}", name.Replace(fields["Title"], $"Study: {fields["Title"]}", StringComparison.Ordinal));
                if (isDearer && fields.GetValueOrDefault("Budget")?.Split(' ') is [var cents, var currency])
                    fields["Budget"] = FormattableString.Invariant($"{long.Parse(cents, CultureInfo.InvariantCulture) / 5 * 4} {currency}");
                break;
            case nameof(InvestmentProject):
                if (plan.Status != PlanStatus.InReview)
                    fields["Stage"] = Before(Enum.Parse<ProjectStage>(fields["Stage"])).ToString();
                break;
            case nameof(FundingLine) when IsAfter(fields, "Since", on):
                fields["Status"] = nameof(FundingStatus.Identified);
                Leave(fields, "Since");
                break;
            case nameof(Milestone):
                Leave(fields, "Forecast", "BlockedBy");
                if (IsAfter(fields, "DoneOn", on))
                    Leave(fields, "DoneOn");
                break;
            case nameof(SectionScore) when occasion == VersionOccasion.SentToReview && fields["Score"] is not "0":
                fields["Score"] = (int.Parse(fields["Score"], CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);
                break;
        }
        return row with { Name = name, Fields = fields };
    }

    private static void Undo(Dictionary<string, string> fields, DateOnly on)
    {
        Leave(fields, "Forecast", "Remark");
        if (IsAfter(fields, "Start", on) || !fields.ContainsKey("Start"))
            (fields["Status"], fields["PercentDone"]) = (nameof(ActionStatus.NotStarted), "0");
        else if (IsAfter(fields, "DoneOn", on) || fields["Status"] == nameof(ActionStatus.Dropped))
            (fields["Status"], fields["PercentDone"]) = (nameof(ActionStatus.InProgress), "25");
        else if (fields["Status"] == nameof(ActionStatus.InProgress))
            fields["PercentDone"] = (int.Parse(fields["PercentDone"], CultureInfo.InvariantCulture) / 2).ToString(CultureInfo.InvariantCulture);
        if (IsAfter(fields, "DoneOn", on))
            Leave(fields, "DoneOn");
    }

    private static ProjectStage Before(ProjectStage stage) => stage switch { ProjectStage.Idea => stage, ProjectStage.Stopped => ProjectStage.PreFeasibility, _ => stage - 1 };

    private static bool IsAfter(Dictionary<string, string> fields, string field, DateOnly on) =>
        fields.TryGetValue(field, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > on;

    private static void Leave(Dictionary<string, string> fields, params string[] names)
    {
        foreach (var name in names)
            fields.Remove(name);
    }
}
