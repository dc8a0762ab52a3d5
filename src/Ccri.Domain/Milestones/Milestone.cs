namespace Ccri.Domain.Milestones;

/// <summary>
/// Something that is to be reached by a day: on the roadmap of a solution, or of an action of a plan. Every move of its days is
/// kept, so that a slip can be seen years later. Source: domain.md 4.3 and 5.2.
/// </summary>
public sealed class Milestone : Entity, IOfTerritory
{
    private readonly List<MilestoneMove> _moves = [];

    private Milestone(Guid territoryId, string title, DateOnly due)
    {
        (TerritoryId, Due, FirstDue) = (territoryId, due, due);
        Title = "";
        Call(title);
    }

    public Guid TerritoryId { get; private set; }

    /// <summary>The solution whose roadmap it is on; empty when it is an action's.</summary>
    public Guid? SolutionId { get; private set; }

    /// <summary>The action it belongs to; empty when it is on a roadmap.</summary>
    public Guid? ActionId { get; private set; }
    public string Title { get; private set; }
    public string? Description { get; private set; }

    /// <summary>Who sees to it, in words.</summary>
    [Personal] public string? Responsible { get; private set; }

    /// <summary>The day agreed now.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>The day agreed first; never changes.</summary>
    public DateOnly FirstDue { get; private set; }

    /// <summary>When it is expected; empty while it is expected on the day it is due.</summary>
    public DateOnly? Forecast { get; private set; }

    /// <summary>The day it was reached; empty until then.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>What keeps it from going on; empty while nothing does.</summary>
    public string? BlockedBy { get; private set; }

    /// <summary>Every move of its days, in the order they were made once sorted by id.</summary>
    public IReadOnlyList<MilestoneMove> Moves => _moves;

    public static Milestone OfSolution(Guid solutionId, Guid territoryId, string title, DateOnly due) => new(territoryId, title, due) { SolutionId = solutionId };

    public static Milestone OfAction(Guid actionId, Guid territoryId, string title, DateOnly due) => new(territoryId, title, due) { ActionId = actionId };

    public void Call(string title) => Title = Line(title, "The name of the milestone");
    public void Describe(string? description) => Description = Optional(description);
    public void Assign(string? responsible) => Responsible = Optional(responsible);

    /// <summary>Agrees on another day; the one before is kept with the reason.</summary>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When it has been reached, or another day is given without a reason.</exception>
    public void Replan(DateOnly due, string? reason, Guid? personId, DateTime now)
    {
        if (due == Due)
            return;
        Require(DoneOn is null, $"The milestone was reached on {DoneOn:yyyy-MM-dd}; its day cannot be moved any more.");
        Require(!string.IsNullOrWhiteSpace(reason), "Say why the day is moved, in a sentence.");
        _moves.Add(new MilestoneMove(Id, TerritoryId, MoveKind.Due, Due, due, reason, personId, now));
        Due = due;
        if (Forecast == due)
            Forecast = null;
    }

    /// <summary>Expects it on another day than agreed; the forecast before is kept.</summary>
    /// <param name="day">Empty, or the day it is due: expected on time again.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When it has been reached, or the day lies in the past.</exception>
    public void Expect(DateOnly? day, string? reason, Guid? personId, DateTime now, DateOnly today)
    {
        var forecast = day == Due ? null : day;
        if (forecast == Forecast)
            return;
        Require(DoneOn is null, $"The milestone was reached on {DoneOn:yyyy-MM-dd}; it needs no forecast any more.");
        Require(forecast is null || forecast >= today, $"The forecast ({forecast:yyyy-MM-dd}) lies in the past. Enter the day on which it is expected now, or say that it is done.");
        _moves.Add(new MilestoneMove(Id, TerritoryId, MoveKind.Forecast, Forecast ?? Due, forecast ?? Due, reason, personId, now));
        Forecast = forecast;
    }

    /// <summary>Reached; a second time puts the day right.</summary>
    /// <exception cref="RuleViolationException">When the day has not come yet.</exception>
    public void Finish(DateOnly on, DateOnly today)
    {
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. A milestone is done on the day it is reached.");
        (DoneOn, BlockedBy) = (on, null);
    }

    /// <summary>Not reached after all; once more changes nothing.</summary>
    public void Reopen() => DoneOn = null;

    /// <exception cref="RuleViolationException">When it has been reached.</exception>
    public void Block(string? by)
    {
        Require(DoneOn is null || Optional(by) is null, "The milestone has been reached; nothing blocks it any more.");
        BlockedBy = Optional(by);
    }

    /// <summary>When it was or will be reached, as far as is known.</summary>
    public DateOnly Expected => DoneOn ?? Forecast ?? Due;

    /// <summary>Days after the day agreed now; 0 when done, or not late.</summary>
    public int DaysLate(DateOnly today) => DoneOn is null && today > Due ? today.DayNumber - Due.DayNumber : 0;
}

/// <summary>Which of its days was moved.</summary>
public enum MoveKind
{
    /// <summary>The day agreed on.</summary>
    Due,

    /// <summary>The day it is expected.</summary>
    Forecast,
}

/// <summary>A day of a milestone was moved. Never edited.</summary>
public sealed class MilestoneMove : Entity
{
    internal MilestoneMove(Guid milestoneId, Guid territoryId, MoveKind kind, DateOnly from, DateOnly to, string? reason, Guid? personId, DateTime at)
    {
        (MilestoneId, TerritoryId, Kind, From, To, PersonId, At) = (milestoneId, territoryId, kind, from, to, personId, at);
        Reason = Optional(reason);
    }

    private MilestoneMove() { } // read from the database

    public Guid MilestoneId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public MoveKind Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>Who moved it; empty for the command line.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Days later than before; negative when it was brought forward.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}
