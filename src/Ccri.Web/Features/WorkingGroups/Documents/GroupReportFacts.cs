using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>What the report of a group is made from.</summary>
/// <param name="NewestAt">UTC; when the newest of it was written down: the date of the report, never the clock.</param>
public sealed record GroupReportFacts(string Code, string Name, IReadOnlyList<string> Topics, string? Leader, int? Due, DateTime NewestAt)
{
    /// <summary>By category, then by name.</summary>
    public IReadOnlyList<GroupReportMember> Members { get; init; } = [];

    /// <summary>Solutions of the territories that are members, by title; not those that were stopped.</summary>
    public IReadOnlyList<GroupReportSolution> Solutions { get; init; } = [];

    /// <summary>That were held, in their order.</summary>
    public IReadOnlyList<SessionSheet> Sessions { get; init; } = [];

    /// <summary>What the lead wrote.</summary>
    public IReadOnlyDictionary<GroupReportSection, string> Texts { get; init; } = new Dictionary<GroupReportSection, string>();

    /// <summary>The facts as they travel inside the PDF; no identifiers.</summary>
    public object ToAttachment(string? notice) => new
    {
        Schema = "ccri/group-report/1",
        Notice = notice,
        Code, Name, Topics, Leader, Due, NewestAt,
        Members = Members.Select(m => new { m.Category, m.Name }),
        Solutions = Solutions.Select(s => new { s.Title, s.Territory }),
        Texts = Texts.ToDictionary(t => t.Key.ToString(), t => t.Value),
        Sessions = Sessions.Select(s => new
        {
            Session = MinutesFacts.Of(s), s.People,
            Attendees = s.Attendees.Select(a => new { a.Name, a.Category, a.Presence }),
            Items = s.Items.Select(MinutesFacts.Of),
        }),
    };
}

/// <param name="TerritoryId">Empty for an organisation.</param>
public sealed record GroupReportMember(MemberCategory Category, Guid? TerritoryId, string Name);

/// <param name="Territory">Whose solution it is.</param>
public sealed record GroupReportSolution(Guid Id, string Title, string Territory);
