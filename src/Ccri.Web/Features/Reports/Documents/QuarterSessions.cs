using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>Sessions and events of a quarter by group, as the log stood at the freezing.</summary>
/// <param name="Groups">By name; events for everybody last.</param>
public sealed record QuarterSessions(IReadOnlyList<QuarterGroup> Groups)
{
    internal IEnumerable<Block> Blocks(Outline outline)
    {
        yield return new HeadingBlock(2, "Working groups and events") { Key = "sessions" };
        var rows = Groups.Select(g => Row(g.Id is { } id ? TableRow.KeyOf(id) : "everybody", g));
        if (Groups.Count > 1)
            rows = rows.Append(Row("sessions-all", All()) with { Total = true });
        yield return new TableBlock(
            [Column.Of("group", "Group", 2.2), Number("sessions", "Sessions"), Number("events", "Events"), Number("people", "People"), Number("missing", "Missing"), Number("barriers", "Barriers"), Number("levers", "Levers"), Number("tools", "Tools"), Number("practices", "Practices"), Number("recommendations", "Recom."), Number("decisions", "Decisions"), Number("actions", "Actions")],
            [.. rows])
        {
            Key = "sessions-table", Dense = true, Label = outline.Table(), Title = "Sessions and events by group",
            Subtitle = "People of each session counted for itself; missing: members that did not come; what was said, of minutes that are final", Empty = "No working group is recorded.",
        };
    }

    private QuarterGroup All() => new(null, "All", Groups.Sum(g => g.Sessions), Groups.Sum(g => g.Events), Groups.Sum(g => g.People), Groups.Sum(g => g.Missing))
    {
        Barriers = Groups.Sum(g => g.Barriers), Levers = Groups.Sum(g => g.Levers), Tools = Groups.Sum(g => g.Tools), Practices = Groups.Sum(g => g.Practices),
        Recommendations = Groups.Sum(g => g.Recommendations), Decisions = Groups.Sum(g => g.Decisions), Actions = Groups.Sum(g => g.Actions),
    };

    private static TableRow Row(string key, QuarterGroup group) => TableRow.Of(key, [group.Name, .. ((int[])[group.Sessions, group.Events, group.People, group.Missing, group.Barriers, group.Levers, group.Tools, group.Practices, group.Recommendations, group.Decisions, group.Actions]).Select(n => (Cell?)Wording.Number(n))]);

    private static Column Number(string key, string name) => Column.Of(key, name, kind: ColumnKind.Number);
}

/// <param name="Id">Empty of events for everybody.</param>
/// <param name="Missing">Members that did not come, each session counted for itself.</param>
public sealed record QuarterGroup(Guid? Id, string Name, int Sessions, int Events, int People, int Missing)
{
    public const string Everybody = "For everybody";

    public int Barriers { get; init; }
    public int Levers { get; init; }
    public int Tools { get; init; }
    public int Practices { get; init; }
    public int Recommendations { get; init; }
    public int Decisions { get; init; }
    public int Actions { get; init; }
}
