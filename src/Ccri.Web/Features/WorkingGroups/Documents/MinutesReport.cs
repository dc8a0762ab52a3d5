using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>What the minutes of a session say, as blocks. The same for whoever reads them, and nothing in them depends on the clock.</summary>
public static class MinutesReport
{
    /// <param name="corrections">Oldest first.</param>
    public static Report Of(SessionSheet session, IReadOnlyList<Correction> corrections, ProgrammeCalendar calendar)
    {
        var changed = new DateTimeOffset(session.Items.Select(i => i.DoneAt).Concat(session.Objections.Select(o => o.AnsweredAt)).OfType<DateTime>().Append(session.ChangedAt).Max(), TimeSpan.Zero);
        List<Block> blocks =
        [
            new TitleBlock(Publisher.Organisation,
            [
                new("When", SessionWords.Days(session)),
                new("Format", session.Format is { } format ? Words.Of(format) : "Not stated"),
                new("Took part", session.People == 0 ? "Not counted" : Wording.Count(session.People, "person", "people")),
                new("Minutes", Words.Of(session.State)),
            ]) { Key = "title", Unit = Publisher.Unit },
            .. Standing(session),
            new HeadingBlock(2, "Session") { Key = "session" },
            new KeyValuesBlock([.. Particulars(session, calendar)]) { Key = "particulars" },
            .. Attendance(session),
            .. Agreed(session),
            .. Text("agenda", "Agenda", session.Agenda),
            .. Said(session),
            .. History(session, corrections, calendar),
        ];
        var meta = new ReportMeta("Minutes", session.Topic, SessionWords.Held(session), SessionWords.Days(session), $"{session.GroupCode ?? Words.Of(session.Kind)}, minutes of {SessionWords.Days(session)}",
            Publisher.Author, changed, new ReportWords($"As they stood on {Wording.Instant(changed)}") { Draft = "Draft, not circulated", Attachment = "The facts these minutes were made from" })
        {
            Draft = session.State == SessionState.Draft,
        };
        return new Report(meta, blocks);
    }

    private static IEnumerable<Block> Standing(SessionSheet session)
    {
        if (session.State == SessionState.Draft)
            yield return new NoteBlock("These minutes were not circulated to those who took part. They may still change without notice.") { Key = "standing", Title = "Draft" };
        if (session.State != SessionState.Circulated)
            yield break;
        var waiting = session.Objections.Count(o => o.State == ObjectionState.Open);
        yield return new NoteBlock($"Those who took part may say what is wrong until the minutes are final.{(waiting == 0 ? "" : $" {Wording.Count(waiting, "objection waits for its answer", "objections wait for their answers")}.")}")
            { Key = "standing", Title = "Circulated, not final" };
    }

    private static IEnumerable<KeyValue> Particulars(SessionSheet session, ProgrammeCalendar calendar)
    {
        yield return new("Group", session.Group is null ? "Open to everybody" : session.SubGroup is { } part ? $"{session.Group} ({session.GroupCode}), sub-group {part}" : $"{session.Group} ({session.GroupCode})") { Key = "group" };
        if (session.Kind != SessionKind.Session)
            yield return new("Kind", Words.Of(session.Kind)) { Key = "kind" };
        if (Words.TimesOf(session.Time, calendar) is { } times)
            yield return new("Time", times) { Key = "time" };
        if (session.Place is { } place)
            yield return new("Where", new RichText(new Run(place, Href: place))) { Key = "where" };
    }

    private static IEnumerable<Block> Attendance(SessionSheet session)
    {
        yield return new HeadingBlock(2, "Who took part") { Key = "attendance" };
        var facts = Facts(session).ToList();
        if (facts.Count == 0)
            yield return new ParagraphBlock("Nobody has said who took part.") { Key = "attendance-none" };
        else
            yield return new KeyValuesBlock(facts) { Key = "attendees" };
    }

    private static IEnumerable<KeyValue> Facts(SessionSheet session)
    {
        foreach (var of in Of(Presence.Present).GroupBy(a => a.Category))
            yield return new(of.Key is { } category ? Several(category) : session.GroupId is null ? "Of the register" : "Not members of the group", Names(of)) { Key = $"present-{of.Key?.ToString() ?? "others"}" };
        if (session.Guests.Count > 0)
            yield return new("Guests", string.Join("; ", session.Guests.Select(Guest))) { Key = "guests" };
        if (session.Names is { } names)
            yield return new("By name", names) { Key = "names" };
        if (session.PeopleOnSite is not null || session.PeopleOnline is not null)
            yield return new("Counted", SessionWords.People(session)) { Key = "people" };
        if (session.Satisfaction is { } score)
            yield return new("Satisfaction", $"{Wording.Number(score, 1)} of {Wording.Number(Session.HighestSatisfaction)}") { Key = "satisfaction" };
        if (Of(Presence.Expected) is { Count: > 0 } expected)
            yield return new("Expected", Names(expected)) { Key = "expected" };
        if (Of(Presence.Missing) is { Count: > 0 } missing)
            yield return new("Members missing", string.Join(", ", missing.Select(a => a.Category is { } category ? $"{a.Name} ({Words.Of(category)})" : a.Name))) { Key = "missing" };

        List<SheetAttendee> Of(Presence presence) => [.. session.Attendees.Where(a => a.Presence == presence)];
        static string Names(IEnumerable<SheetAttendee> attendees) => string.Join(", ", attendees.Select(a => a.Name));
    }

    private static string Several(MemberCategory category) => $"{Words.Of(category)}s";

    private static string Guest(SheetGuest guest) =>
        $"{guest.Organisation}{(guest.Country is { } country ? $" ({country})" : "")}{(guest.People == 1 ? "" : $", {Wording.Count(guest.People, "person", "people")}")}";

    private static IEnumerable<Block> Text(string key, string heading, string? text) =>
        text is null ? [] : [new HeadingBlock(2, heading) { Key = key }, new ParagraphBlock(text) { Key = $"{key}-text" }];

    /// <summary>What is decided and who does what by when: the first that a reader looks for.</summary>
    private static IEnumerable<Block> Agreed(SessionSheet session)
    {
        if (Told(session, i => i.Kind == ItemKind.Decision) is { Count: > 0 } decisions)
        {
            yield return new HeadingBlock(2, Words.Several(ItemKind.Decision)) { Key = "decisions" };
            yield return ItemTable.Of("decision", Words.Of(ItemKind.Decision), decisions, withSession: false);
        }
        if (Told(session, i => i.Kind == ItemKind.Action) is { Count: > 0 } actions)
        {
            yield return new HeadingBlock(2, "Follow-ups") { Key = "follow-ups" };
            yield return FollowUpTable.Of("actions", actions, withSession: false);
        }
    }

    /// <summary>In the lead's words, and then point by point under what each is.</summary>
    private static IEnumerable<Block> Said(SessionSheet session)
    {
        var points = Told(session, i => i.Kind is not (ItemKind.Decision or ItemKind.Action)).GroupBy(i => i.Item.Kind).OrderBy(g => g.Key).Select(of => (Words.Several(of.Key), (IReadOnlyList<ToldItem>)[.. of])).ToList();
        if (session.Summary is null && points.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "What was said") { Key = "said" };
        if (session.Summary is { } summary)
            yield return new ParagraphBlock(summary) { Key = "summary-text" };
        if (points.Count > 0)
            yield return ItemTable.Of("points", "Point", points, withSession: false, withDimension: true);
    }

    private static List<ToldItem> Told(SessionSheet session, Func<SheetItem, bool> which) => [.. session.Items.Where(which).Select(item => new ToldItem(session, item))];

    /// <summary>What became of the minutes: circulated, final, withdrawn, put right.</summary>
    private static IEnumerable<Block> History(SessionSheet session, IReadOnlyList<Correction> corrections, ProgrammeCalendar calendar)
    {
        var said = session.Steps.Select(s => (s.At, What: $"{Step(s)} on {Wording.Date(calendar.DayOf(s.At))}{(s.Reason is { } reason ? $": {reason}" : ".")}"))
            .Concat(corrections.Select(c => (c.At, What: $"Corrected on {Wording.Date(calendar.DayOf(c.At))}: {c.Reason}"))).OrderBy(s => s.At).Select(s => (RichText)s.What).ToList();
        if (said.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "State of these minutes") { Key = "history" };
        yield return new ListBlock(said) { Key = "steps" };
    }

    private static string Step(SheetStep step) => step.To switch { SessionState.Draft => "Withdrawn", SessionState.Final => "Made final", _ => "Circulated" };
}

/// <summary>Minutes were put right when they were no longer free to be.</summary>
/// <param name="Reason">What was put right, and why.</param>
/// <param name="At">UTC.</param>
public sealed record Correction(string Reason, DateTime At);
