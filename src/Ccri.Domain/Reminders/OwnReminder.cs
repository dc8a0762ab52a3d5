using Ccri.Domain.Accounts;

namespace Ccri.Domain.Reminders;

/// <summary>A reminder made by hand, for oneself or for somebody else.</summary>
public sealed class OwnReminder : Entity
{
    public const int LongestText = 500;

    /// <param name="madeById">Empty for the command line.</param>
    /// <exception cref="RuleViolationException">When nothing is said, or the day has passed.</exception>
    public OwnReminder(string text, DateOnly due, Guid ownerId, Guid? madeById, Guid? territoryId, DateOnly today)
    {
        (OwnerId, MadeById, TerritoryId) = (ownerId, madeById, territoryId);
        Text = "";
        Say(text, due, today);
    }

#pragma warning disable CS8618 // read from the database
    private OwnReminder() { }
#pragma warning restore CS8618

    [Personal] public string Text { get; private set; }
    public DateOnly Due { get; private set; }

    /// <summary>Who is reminded.</summary>
    public Guid OwnerId { get; private set; }
    public Guid? MadeById { get; private set; }

    /// <summary>What it is about; empty for nothing of one territory.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>UTC; empty while it is to be done.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <exception cref="RuleViolationException">When nothing is said, or another day is given that has passed.</exception>
    public void Say(string text, DateOnly due, DateOnly today)
    {
        Require(due == Due || due >= today, $"The day {due:yyyy-MM-dd} has passed. It should be {today:yyyy-MM-dd} or later.");
        (Text, Due) = (Line(text, "What to remind of", LongestText), due);
    }

    /// <exception cref="RuleViolationException">When it is done.</exception>
    public void HandOver(Guid ownerId)
    {
        Require(DoneAt is null, "The reminder is done. There is nothing to hand over.");
        OwnerId = ownerId;
    }

    /// <summary>Once more changes nothing.</summary>
    /// <param name="now">UTC.</param>
    public void Finish(DateTime now) => DoneAt ??= now;

    public void Reopen() => DoneAt = null;
}
