using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Demonstration;

/// <summary>What invented sessions, events and group reports are made of.</summary>
/// <param name="Summaries">What was said, beyond the items.</param>
/// <param name="LeftOut">Why an item is not in the report of its group.</param>
internal sealed record SessionCatalogue(IReadOnlyList<GroupYear> Groups, IReadOnlyList<EventIdea> Events, IReadOnlyList<string> Decisions, IReadOnlyList<string> Actions, IReadOnlyList<string> Summaries,
    string Objection, string AnsweredObjection, string Answer, string LeftOut);

/// <summary>A year of a working group.</summary>
/// <param name="Themes">Solutions of its members under these are what it talks about.</param>
/// <param name="Absent">The member that has not come for a while.</param>
/// <param name="Sessions">Oldest first.</param>
internal sealed record GroupYear(string Code, IReadOnlyList<string> Themes, string Absent, IReadOnlyList<SessionIdea> Sessions, PlannedIdea Ahead, IReadOnlyDictionary<GroupReportSection, string>? Report = null);

internal sealed record SessionIdea(int DaysAgo, string Topic, SessionFormat Format, IReadOnlyList<ItemIdea> Items, string? Place = null, string Zone = SessionTime.Brussels, bool SubGroup = false);

internal sealed record PlannedIdea(int InDays, string Topic, SessionFormat Format, string? Place = null);

internal sealed record ItemIdea(ItemKind Kind, FactorDimension Dimension, string Text);

/// <param name="DaysAgo">Below 0 it lies ahead.</param>
/// <param name="Percent">Of the territories that come.</param>
/// <param name="OverClockChange">It is held on the days between which the clocks were changed last.</param>
internal sealed record EventIdea(int DaysAgo, SessionKind Kind, string Topic, SessionFormat Format, int Percent, IReadOnlyList<GuestIdea> Guests, string? Place = null, int? OnSite = null, int? Online = null,
    decimal? Satisfaction = null, string? Group = null, int Days = 1, bool OverClockChange = false);

internal sealed record GuestIdea(string Organisation, string? Country, int People);
