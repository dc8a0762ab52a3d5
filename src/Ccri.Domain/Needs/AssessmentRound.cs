namespace Ccri.Domain.Needs;

/// <summary>Who rates.</summary>
public enum RoundKind
{
    /// <summary>The support office, with people of the territory.</summary>
    Office,

    /// <summary>The territory by itself.</summary>
    Self,
}

/// <summary>An assessment of a territory on a day, with the version of the questionnaire that was asked. To score again is a new round, so an old one stays as it is. Source: domain.md 4.4.</summary>
public sealed class AssessmentRound : Entity, IOfTerritory
{
    public const int LongestText = 2000;

    /// <summary>Months after a round until the next one is due: a year is long enough for work to show, and two rounds of the same season compare. Ours; no source states it.</summary>
    public const int MonthsUntilNext = 12;

    /// <summary>No round was held before; a day that lies earlier is mistyped.</summary>
    public static readonly DateOnly Earliest = new(2020, 1, 1);

    private readonly List<Rating> _ratings = [];

    /// <param name="version">Published.</param>
    /// <exception cref="RuleViolationException">When the version is not published, or the day is impossible.</exception>
    public AssessmentRound(Guid territoryId, QuestionnaireVersion version, RoundKind kind, DateOnly on, DateOnly today)
    {
        Require(version.IsPublished, $"Version {version.Number} of the questionnaire is not published yet, so nobody is asked with it.");
        (TerritoryId, VersionId, Kind) = (territoryId, version.Id, kind);
        Hold(on, null, null, today);
    }

    private AssessmentRound() { } // read from the database

    public Guid TerritoryId { get; private set; }
    public Guid VersionId { get; private set; }
    public RoundKind Kind { get; private set; }

    /// <summary>The day of the assessment in the programme's calendar.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who answered, in words.</summary>
    [Personal] public string? Respondents { get; private set; }
    public string? Note { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>UTC; of a self-assessment the moment it was handed in.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Of the questions that were answered.</summary>
    public IReadOnlyList<Rating> Ratings => _ratings;

    /// <exception cref="RuleViolationException">When the day has not come yet, or lies before there was an initiative.</exception>
    public void Hold(DateOnly on, string? respondents, string? note, DateOnly today)
    {
        Require(on <= today, $"The round is dated {on:yyyy-MM-dd}, which has not come yet. Record it once it has been held.");
        Require(on >= Earliest, $"The round is dated {on:yyyy-MM-dd}. No territory was assessed before {Earliest:yyyy}.");
        (On, Respondents, Note) = (on, Optional(respondents), Optional(note));
    }

    /// <summary>Answers a question, or takes the answer back.</summary>
    /// <param name="question">Of the version that was asked.</param>
    /// <param name="value">0 (nothing) to 5 (in place and reviewed); empty when nobody could say.</param>
    /// <exception cref="RuleViolationException">When the question was not asked, or the rating is not between 0 and 5.</exception>
    public void Rate(Question question, int? value, string? evidence)
    {
        Require(question.VersionId == VersionId, $"“{question.Name}” is not asked in this round.");
        var rating = _ratings.Find(r => r.Key == question.Key);
        if (value is not { } given)
        {
            Require(string.IsNullOrWhiteSpace(evidence), $"Choose the rating of “{question.Name}” that the evidence stands for.");
            if (rating is not null)
                _ratings.Remove(rating);
            return;
        }
        if (rating is null)
        {
            rating = new Rating(Id, TerritoryId, question.Key, given, evidence); // refused before it is added
            _ratings.Add(rating);
            return;
        }
        rating.Give(given, evidence);
    }

    /// <summary>Written down, with at least one answer.</summary>
    /// <exception cref="RuleViolationException">When nothing is rated.</exception>
    public void Record(Guid? personId, DateTime now)
    {
        Require(_ratings.Count > 0, "Rate at least one question.");
        (RecordedById, RecordedAt) = (personId, now);
    }
}

/// <summary>The answer to one question in a round.</summary>
public sealed class Rating : Entity
{
    public const int Lowest = 0, Highest = 5;

    /// <summary>Differences from here on are worth a talk. Source: the issue "Needs assessments and the support ledger".</summary>
    public const int WorthATalk = 2;

    internal Rating(Guid roundId, Guid territoryId, string key, int value, string? evidence)
    {
        (RoundId, TerritoryId, Key) = (roundId, territoryId, key);
        Give(value, evidence);
    }

#pragma warning disable CS8618 // read from the database
    private Rating() { }
#pragma warning restore CS8618

    public Guid RoundId { get; private set; }
    public Guid TerritoryId { get; private set; }

    /// <summary>Of the question.</summary>
    public string Key { get; private set; }

    /// <summary>0 (nothing) to 5 (in place and reviewed).</summary>
    public int Value { get; private set; }

    /// <summary>What shows it, in a sentence or by an address.</summary>
    public string? Evidence { get; private set; }

    internal void Give(int value, string? evidence)
    {
        Require(value is >= Lowest and <= Highest, $"A rating is between {Lowest} and {Highest}, not {value}.");
        (Value, Evidence) = (value, Optional(evidence));
    }
}
