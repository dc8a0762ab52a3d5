namespace Ccri.Domain.WorkingGroups;

/// <summary>A session with who took part, what was said and what follows; its minutes go from draft through circulated to final. Source: product.md "Working group".</summary>
public sealed class Session : Entity
{
    public const int LongestTopic = 300, LongestText = 10_000, LongestPlace = 300, MostItems = 100, MostGuests = 200, MostPeople = 100_000;
    public const decimal LowestSatisfaction = 1, HighestSatisfaction = 5;

    /// <summary>So long after it was logged, a session is put right without further ado.</summary>
    public static readonly TimeSpan FreeCorrection = TimeSpan.FromHours(48);

    /// <summary>The initiative began with the call of 2022; nothing of it took place before. Source: domain.md 1.1.</summary>
    public static readonly DateOnly Earliest = new(2022, 1, 1);

    private readonly List<Attendee> _attendees = [];
    private readonly List<Guest> _guests = [];
    private readonly List<SessionItem> _items = [];
    private readonly List<Objection> _objections = [];
    private readonly List<SessionStep> _steps = [];

    /// <param name="now">UTC.</param>
    public Session(SessionKind kind, Guid? workingGroupId, Guid? subGroupId, string topic, SessionTime time, DateTime now)
    {
        (Topic, Zone, LoggedAt, ChangedAt) = ("", SessionTime.Brussels, now, now);
        Name(kind, workingGroupId, subGroupId, topic);
        Hold(time);
    }

#pragma warning disable CS8618 // read from the database
    private Session() { }
#pragma warning restore CS8618

    public SessionKind Kind { get; private set; }

    /// <summary>Empty of an event for everybody.</summary>
    public Guid? WorkingGroupId { get; private set; }
    public Guid? SubGroupId { get; private set; }

    /// <summary>What it was about, in a line.</summary>
    public string Topic { get; private set; }
    public DateOnly On { get; private set; }
    public DateOnly? LastOn { get; private set; }
    public TimeOnly? From { get; private set; }
    public TimeOnly? Until { get; private set; }
    public string Zone { get; private set; }

    /// <summary>How exactly <see cref="On"/> is known; of something before this system only a season may be published.</summary>
    public DatePrecision Precision { get; private set; }

    /// <summary>UTC; what sessions are put in order by. See <see cref="SessionTime.StartsAt"/>.</summary>
    public DateTime StartsAt { get; private set; }
    public SessionFormat? Format { get; private set; }

    /// <summary>A room, a town, or the address of a video call.</summary>
    public string? Place { get; private set; }
    public string? Agenda { get; private set; }

    /// <summary>What was said, beyond the items.</summary>
    public string? Summary { get; private set; }

    /// <summary>Who came, by name, where that matters.</summary>
    [Personal] public string? Names { get; private set; }

    /// <summary>Persons, as counted or estimated; empty when nobody counted.</summary>
    public int? PeopleOnSite { get; private set; }

    /// <inheritdoc cref="PeopleOnSite"/>
    public int? PeopleOnline { get; private set; }

    /// <summary>Of those who took part: 1 (not at all) to 5 (very), to a tenth.</summary>
    public decimal? Satisfaction { get; private set; }
    public SessionState State { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid? LoggedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime LoggedAt { get; private set; }

    /// <summary>UTC; when anything of it was put right last.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Members of the group, whether they came or not, and other territories and organisations that came.</summary>
    public IReadOnlyList<Attendee> Attendees => _attendees;

    /// <summary>Organisations that are not in the register.</summary>
    public IReadOnlyList<Guest> Guests => _guests;
    public IReadOnlyList<SessionItem> Items => _items;
    public IReadOnlyList<Objection> Objections => _objections;
    public IReadOnlyList<SessionStep> Steps => _steps;

    public SessionTime Time => new(On, LastOn, From, Until, Zone);

    /// <summary>Whether somebody has said who came; of what lies ahead nobody can.</summary>
    public bool AttendanceIsTaken => _attendees.TrueForAll(a => a.Presence != Presence.Expected);

    /// <summary>Persons: as counted, else one for each territory and organisation that came, and the guests.</summary>
    public int People => PeopleOnSite is null && PeopleOnline is null
        ? _attendees.Count(a => a.Presence == Presence.Present) + _guests.Sum(g => g.People)
        : (PeopleOnSite ?? 0) + (PeopleOnline ?? 0);

    /// <exception cref="RuleViolationException">When a session has no group, or a sub-group has none.</exception>
    public void Name(SessionKind kind, Guid? workingGroupId, Guid? subGroupId, string topic)
    {
        Require(kind != SessionKind.Session || workingGroupId is not null, "Choose the working group whose session it was, or choose another kind for an event that is for everybody.");
        Require(subGroupId is null || workingGroupId is not null, "A sub-group needs its working group.");
        (Kind, WorkingGroupId, SubGroupId, Topic) = (kind, workingGroupId, subGroupId, Line(topic, "What it was about", LongestTopic));
    }

    /// <exception cref="RuleViolationException">When the clock of the zone never shows that time, it ends before it begins, or it lies before the initiative.</exception>
    public void Hold(SessionTime time, DatePrecision precision = DatePrecision.Day)
    {
        Require(time.On >= Earliest, $"The session is dated {time.On:yyyy-MM-dd}. Nothing of the initiative took place before {Earliest:yyyy}.");
        Require(time.Objection() is null, time.Objection() ?? "");
        (On, LastOn, From, Until, Zone, Precision, StartsAt) = (time.On, time.LastOn == time.On ? null : time.LastOn, time.From, time.Until, time.Zone, precision, time.StartsAt);
    }

    public void Meet(SessionFormat? format, string? place) => (Format, Place) = (format, Optional(place));

    public void Tell(string? agenda, string? summary, string? names) => (Agenda, Summary, Names) = (Optional(agenda), Optional(summary), Optional(names));

    /// <exception cref="RuleViolationException">When a number is impossible.</exception>
    public void Count(int? onSite, int? online, decimal? satisfaction)
    {
        Require(onSite is null or (>= 0 and <= MostPeople) && online is null or (>= 0 and <= MostPeople), $"Between none and {MostPeople} people take part.");
        Require(satisfaction is null or (>= LowestSatisfaction and <= HighestSatisfaction), FormattableString.Invariant($"Satisfaction is between {LowestSatisfaction} and {HighestSatisfaction}, not {satisfaction}."));
        (PeopleOnSite, PeopleOnline, Satisfaction) = (onSite, online, satisfaction is { } score ? decimal.Round(score, 1) : null);
    }

    /// <summary>Whether it has not begun yet.</summary>
    /// <param name="now">UTC.</param>
    public bool IsAhead(DateTime now) => StartsAt > now;

    /// <summary>Who came; of what lies ahead, who is expected. A member that is not among them is missing, and stays so when it leaves the group later.</summary>
    /// <param name="came">Territories and organisations, each once.</param>
    /// <param name="members">Of the group or sub-group on that day.</param>
    public void Attend(IReadOnlyCollection<Attendance> came, IReadOnlyCollection<Attendance> members, DateTime now)
    {
        var ahead = IsAhead(now);
        var all = came.Select(a => (Who: a, Presence: ahead ? Presence.Expected : Presence.Present))
            .Concat(ahead ? [] : members.Where(m => came.All(a => a.Key != m.Key)).Select(m => (Who: m, Presence: Presence.Missing))).DistinctBy(a => a.Who.Key).ToList();
        _attendees.RemoveAll(a => all.TrueForAll(x => x.Who.Key != a.Key));
        foreach (var (who, presence) in all)
        {
            if (_attendees.Find(a => a.Key == who.Key) is { } there)
                there.Be(who.Category, presence);
            else
                _attendees.Add(new Attendee(Id, who, presence));
        }
    }

    /// <exception cref="RuleViolationException">When there are too many, or one has no name.</exception>
    public void Host(IReadOnlyCollection<GuestAnswer> guests)
    {
        Require(guests.Count <= MostGuests, $"A session names {MostGuests} organisations at most. Count the others as people.");
        _guests.Clear();
        _guests.AddRange(guests.Select((g, i) => new Guest(Id, i + 1, g)));
    }

    /// <summary>Something that was said, decided or is to be done.</summary>
    /// <exception cref="RuleViolationException">When there are too many.</exception>
    public SessionItem Note(ItemKind kind, string text)
    {
        Require(_items.Count < MostItems, $"A session has {MostItems} items at most.");
        var item = new SessionItem(Id, _items.Count == 0 ? 1 : _items.Max(i => i.Number) + 1, kind, text);
        _items.Add(item);
        return item;
    }

    public void Strike(SessionItem item) => _items.Remove(item);

    public void LoggedBy(Guid? personId) => LoggedById = personId;

    /// <summary>UTC; until then it is put right without further ado: 48 hours after it was logged, or after it was over where it was planned before.</summary>
    public DateTime FreeUntil => ((Time.EndsAt ?? StartsAt) is var over && over > LoggedAt ? over : LoggedAt) + FreeCorrection;

    /// <summary>While that lasts, and while it is not final.</summary>
    public bool IsFreeToCorrect(DateTime now) => State != SessionState.Final && now < FreeUntil;

    /// <summary>Something of it is put right; beyond the free hours the picture of how it was is kept with a reason.</summary>
    /// <param name="picture">Of how it was, as JSON.</param>
    /// <returns>The version that is to be kept; empty when none is.</returns>
    /// <exception cref="RuleViolationException">When it needs a reason and has none.</exception>
    public MinutesVersion? Correct(Func<string> picture, int kept, string? reason, Guid? personId, DateTime now)
    {
        var isFree = IsFreeToCorrect(now);
        Require(isFree || !string.IsNullOrWhiteSpace(reason), State == SessionState.Final
            ? "The minutes are final. Say in a sentence what is put right and why; the earlier version is kept."
            : "The 48 hours for free corrections are over. Say in a sentence what is put right and why; the earlier version is kept.");
        ChangedAt = now;
        return isFree ? null : new MinutesVersion(Id, kept + 1, picture(), reason!, personId, now);
    }

    /// <summary>Those who took part read it from here on.</summary>
    /// <exception cref="RuleViolationException">When it is not a draft, has not taken place, or nobody said who came.</exception>
    public void Circulate(Guid? personId, DateTime now)
    {
        Require(State == SessionState.Draft, State == SessionState.Circulated ? "The minutes are circulated already." : "The minutes are final.");
        Require(!IsAhead(now), "The session has not taken place yet. Circulate its minutes afterwards.");
        Require(AttendanceIsTaken, "Nobody has said yet who came. Edit the session and save the attendance first.");
        Move(SessionState.Circulated, null, personId, now);
    }

    /// <exception cref="RuleViolationException">When it was not circulated, or an objection waits for its answer.</exception>
    public void Finalise(Guid? personId, DateTime now)
    {
        Require(State != SessionState.Final, "The minutes are final already.");
        Require(State == SessionState.Circulated, "Circulate the minutes first, so that those who took part can object.");
        var waiting = _objections.Count(o => o.State == ObjectionState.Open);
        Require(waiting == 0, waiting == 1 ? "An objection waits for its answer. Answer it first." : $"{waiting} objections wait for their answers. Answer them first.");
        Move(SessionState.Final, null, personId, now);
    }

    /// <summary>From circulated or final back to draft.</summary>
    /// <exception cref="RuleViolationException">When it is a draft, or no reason is given.</exception>
    public void Withdraw(string? reason, Guid? personId, DateTime now)
    {
        Require(State != SessionState.Draft, "The minutes are a draft already.");
        Move(SessionState.Draft, Line(reason, "The reason", SessionStep.LongestReason), personId, now);
    }

    /// <summary>Something that is loaded with its source: nobody objects to it any more.</summary>
    public void BeHistory() => State = SessionState.Final;

    /// <summary>Somebody who took part says that the minutes are wrong.</summary>
    /// <param name="attendee">For whom it is raised; must have been there.</param>
    /// <exception cref="RuleViolationException">When the minutes are not circulated, or the one was not there.</exception>
    public Objection Object(Attendee attendee, string text, Guid? personId, DateTime now)
    {
        Require(State == SessionState.Circulated, State == SessionState.Draft ? "The minutes are not circulated yet." : "The minutes are final. Ask the lead of the group to withdraw them.");
        Require(attendee.SessionId == Id && attendee.Presence == Presence.Present, "Only those who took part object to the minutes.");
        var objection = new Objection(Id, _objections.Count == 0 ? 1 : _objections.Max(o => o.Number) + 1, attendee, text, personId, now);
        _objections.Add(objection);
        ChangedAt = now;
        return objection;
    }

    private void Move(SessionState to, string? reason, Guid? personId, DateTime now)
    {
        _steps.Add(new SessionStep(Id, _steps.Count == 0 ? 1 : _steps.Max(s => s.Number) + 1, State, to, reason, personId, now));
        (State, ChangedAt) = (to, now);
    }
}
