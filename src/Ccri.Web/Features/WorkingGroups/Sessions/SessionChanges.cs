using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>What is other in a session than it was, in sentences.</summary>
public static class SessionChanges
{
    public static IReadOnlyList<string> Between(SessionSheet before, SessionSheet after) =>
    [
        .. Answer("The topic", before.Topic, after.Topic),
        .. Answer("The kind", Words.Of(before.Kind), Words.Of(after.Kind)),
        .. Answer("The working group", GroupOf(before), GroupOf(after)),
        .. Answer("The day", Words.Of(before.Time, before.Precision), Words.Of(after.Time, after.Precision)),
        .. Answer("The time", ClockOf(before.Time), ClockOf(after.Time)),
        .. Answer("The format", before.Format is { } was ? Words.Of(was) : null, after.Format is { } now ? Words.Of(now) : null),
        .. Answer("The place", before.Place, after.Place),
        .. Answer("The agenda", before.Agenda, after.Agenda),
        .. Answer("What was said", before.Summary, after.Summary),
        .. Answer("The names", before.Names, after.Names),
        .. Answer("People on site", $"{before.PeopleOnSite}", $"{after.PeopleOnSite}"),
        .. Answer("People online", $"{before.PeopleOnline}", $"{after.PeopleOnline}"),
        .. Answer("Satisfaction", Score(before), Score(after)),
        .. Attendance(before, after),
        .. Answer("The guests", GuestsOf(before), GuestsOf(after)),
        .. Items(before, after),
    ];

    private static IEnumerable<string> Answer(string what, string? before, string? after)
    {
        if ((before ?? "") != (after ?? ""))
            yield return $"{what}: {Told(before)} became {Told(after)}.";
    }

    private static IEnumerable<string> Attendance(SessionSheet before, SessionSheet after)
    {
        var (were, are) = (before.Attendees.ToDictionary(a => a.Key), after.Attendees.ToDictionary(a => a.Key));
        return were.Values.Concat(are.Values.Where(a => !were.ContainsKey(a.Key)))
            .SelectMany(a => Answer(a.Name, were.TryGetValue(a.Key, out var was) ? Words.Of(was.Presence) : null, are.TryGetValue(a.Key, out var now) ? Words.Of(now.Presence) : null));
    }

    private static IEnumerable<string> Items(SessionSheet before, SessionSheet after)
    {
        var (were, are) = (before.Items.ToDictionary(i => i.Id), after.Items.ToDictionary(i => i.Id));
        return were.Values.Concat(are.Values.Where(i => !were.ContainsKey(i.Id)))
            .SelectMany(i => Answer($"Point {i.Number}", were.TryGetValue(i.Id, out var was) ? TextOf(was) : null, are.TryGetValue(i.Id, out var now) ? TextOf(now) : null));
    }

    private static string TextOf(SheetItem item)
    {
        string?[] parts = [$"{Words.Of(item.Kind)}: {item.Text}", item.Dimension is { } dimension ? Words.Of(dimension) : null, item.Owner, item.Due is { } due ? $"by {Words.Of(due)}" : null, .. item.Territories.Select(t => t.Name), .. item.Solutions.Select(s => s.Title)];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? GroupOf(SessionSheet session) => session.SubGroup is null ? session.Group : $"{session.Group}, {session.SubGroup}";

    private static string? ClockOf(SessionTime time) => time.From is null ? null : FormattableString.Invariant($"{time.From:HH:mm} to {time.Until:HH:mm} in {Words.City(time.Zone)}");

    private static string? Score(SessionSheet session) => session.Satisfaction is { } score ? FormattableString.Invariant($"{score:0.0}") : null;

    private static string GuestsOf(SessionSheet session) => string.Join("; ", session.Guests.Select(g => $"{g.Organisation}{(g.Country is null ? "" : $", {g.Country}")} ({g.People})"));

    private static string Told(string? text) => string.IsNullOrEmpty(text) ? "nothing" : $"“{text}”";
}
