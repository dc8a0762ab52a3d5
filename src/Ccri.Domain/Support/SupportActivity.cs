using Ccri.Domain.Needs;

namespace Ccri.Domain.Support;

/// <summary>Something that the support office did for one territory or several. Source: domain.md 4.6.</summary>
public sealed class SupportActivity : Entity
{
    public const int LongestTitle = 300, LongestText = 4000, MostExperts = 50, MostParticipants = 100_000;
    public const decimal LowestSatisfaction = 1, HighestSatisfaction = 5;

    /// <summary>Longer than that, it is more than one activity.</summary>
    private const int MostCalendarDays = 366;

    private readonly List<ActivityTerritory> _territories = [];
    private readonly List<ServedNeed> _needs = [];

    public SupportActivity(ActivityType type, string title, DateOnly on, DateOnly today)
    {
        Title = "";
        Hold(type, title, on, null, today);
    }

#pragma warning disable CS8618 // read from the database
    private SupportActivity() { }
#pragma warning restore CS8618

    public ActivityType Type { get; private set; }

    /// <summary>What it was about, in a line.</summary>
    public string Title { get; private set; }

    /// <summary>The day, or the first one; the whole of it counts for the quarter of this day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The last day; empty when it took one.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The organisation whose experts gave it.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Who gave it, in words.</summary>
    [Personal] public string? Expert { get; private set; }

    /// <summary>How many gave it.</summary>
    public int Experts { get; private set; } = 1;

    /// <summary>Of all experts together, in hundredths of a day; empty for what is counted in hours.</summary>
    public decimal? Days { get; private set; }

    /// <summary>How long it took, in hundredths of an hour; empty for what is counted in days.</summary>
    public decimal? Hours { get; private set; }
    public int? Participants { get; private set; }

    /// <summary>What came out.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Of those who took part: 1 (not at all) to 5 (very), to a tenth.</summary>
    public decimal? Satisfaction { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid? LoggedById { get; private set; }

    /// <summary>For whom it was.</summary>
    public IReadOnlyList<ActivityTerritory> Territories => _territories;

    /// <summary>What it served.</summary>
    public IReadOnlyList<ServedNeed> Needs => _needs;

    public int CalendarDays => (Until ?? On).DayNumber - On.DayNumber + 1;

    /// <exception cref="RuleViolationException">When it has not taken place yet, or ends before it begins.</exception>
    public void Hold(ActivityType type, string title, DateOnly on, DateOnly? until, DateOnly today)
    {
        Require(on <= today, $"The activity is dated {on:yyyy-MM-dd}, which has not come yet. Log it once it has taken place.");
        Require(on >= AssessmentRound.Earliest, $"The activity is dated {on:yyyy-MM-dd}. No support was given before {AssessmentRound.Earliest:yyyy}.");
        Require(until is null || until >= on, $"The last day ({until:yyyy-MM-dd}) lies before the first ({on:yyyy-MM-dd}).");
        Require(until is null || until <= today, $"The last day ({until:yyyy-MM-dd}) has not come yet. Log it once it is over.");
        Require(until is null || until.Value.DayNumber - on.DayNumber < MostCalendarDays, "An activity takes a year at most. Log a longer one in parts.");
        (Type, Title, On, Until) = (type, Line(title, "What it was about", LongestTitle), on, until == on ? null : until);
    }

    /// <param name="experts">How many.</param>
    /// <exception cref="RuleViolationException">When there are none, or impossibly many.</exception>
    public void GivenBy(Guid? organisationId, string? expert, int experts)
    {
        Require(experts is >= 1 and <= MostExperts, $"Between 1 and {MostExperts} experts give an activity, not {experts}.");
        (OrganisationId, Expert, Experts) = (organisationId, Optional(expert), experts);
    }

    /// <summary>Once its days and experts are known: how much it was, in the unit of its type.</summary>
    /// <exception cref="RuleViolationException">When the quantity is missing, negative, or more than the hours of its days.</exception>
    public void Measure(decimal? days, decimal? hours, int? participants)
    {
        if (ActivityTypes.IsCountedInDays(Type))
        {
            Require(days is not null, "Enter how many expert-days it took.");
            Require(ExpertDays.ObjectionTo(days.Value, CalendarDays, Experts) is null, ExpertDays.ObjectionTo(days.Value, CalendarDays, Experts) ?? "");
            (Days, Hours, Participants) = (days, null, participants);
        }
        else
        {
            Require(hours is not null, "Enter how many hours it took.");
            Require(hours > 0, "It took more than no time at all. Enter the hours.");
            Require(hours <= 24 * CalendarDays, $"{(CalendarDays == 1 ? "A day has" : $"{CalendarDays} days have")} {24 * CalendarDays} hours.");
            Require(participants is not null, "Enter how many took part.");
            (Days, Hours, Participants) = (null, decimal.Round(hours.Value, 2), participants);
        }
        Require(participants is null or (>= 0 and <= MostParticipants), $"Between none and {MostParticipants} take part, not {participants}.");
    }

    /// <exception cref="RuleViolationException">When the satisfaction is not between 1 and 5.</exception>
    public void CameOut(string? outcome, decimal? satisfaction)
    {
        Require(satisfaction is null or (>= LowestSatisfaction and <= HighestSatisfaction), FormattableString.Invariant($"Satisfaction is between {LowestSatisfaction} and {HighestSatisfaction}, not {satisfaction}."));
        (Outcome, Satisfaction) = (Optional(outcome), satisfaction is { } score ? decimal.Round(score, 1) : null);
    }

    /// <summary>For whom it was, and what it served: needs of others than those territories fall away.</summary>
    /// <exception cref="RuleViolationException">When it was for nobody.</exception>
    public void BeFor(IReadOnlyCollection<Guid> territories, IReadOnlyCollection<Need> needs)
    {
        Require(territories.Count > 0, "Choose at least one territory.");
        _territories.RemoveAll(t => !territories.Contains(t.TerritoryId));
        _territories.AddRange(territories.Distinct().Where(id => _territories.TrueForAll(t => t.TerritoryId != id)).Select(id => new ActivityTerritory(Id, id)));
        var served = needs.Where(n => territories.Contains(n.TerritoryId)).DistinctBy(n => n.Id).ToList();
        _needs.RemoveAll(s => served.TrueForAll(n => n.Id != s.NeedId));
        _needs.AddRange(served.Where(n => _needs.TrueForAll(s => s.NeedId != n.Id)).Select(n => new ServedNeed(Id, n.Id, n.TerritoryId)));
    }

    /// <summary>A need was merged or split: what served the one serves the other.</summary>
    public void AlsoServe(Need need)
    {
        if (_needs.TrueForAll(s => s.NeedId != need.Id))
            _needs.Add(new ServedNeed(Id, need.Id, need.TerritoryId));
    }

    /// <summary>A need was merged into another or split: it has no part in the activity any more.</summary>
    public void ServeNoLonger(Need need) => _needs.RemoveAll(s => s.NeedId == need.Id);

    public void LoggedBy(Guid? personId) => LoggedById = personId;
}

/// <summary>A territory that an activity was for.</summary>
public sealed class ActivityTerritory : Entity, IOfTerritory
{
    internal ActivityTerritory(Guid activityId, Guid territoryId) => (ActivityId, TerritoryId) = (activityId, territoryId);

    public Guid ActivityId { get; private set; }
    public Guid TerritoryId { get; private set; }
}

/// <summary>A need that an activity served.</summary>
public sealed class ServedNeed : Entity, IOfTerritory
{
    internal ServedNeed(Guid activityId, Guid needId, Guid territoryId) => (ActivityId, NeedId, TerritoryId) = (activityId, needId, territoryId);

    public Guid ActivityId { get; private set; }
    public Guid NeedId { get; private set; }
    public Guid TerritoryId { get; private set; }
}
