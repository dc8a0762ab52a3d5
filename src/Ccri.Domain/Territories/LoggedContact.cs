namespace Ccri.Domain.Territories;

public enum ContactKind
{
    Call,
    Mail,
    Visit,
    Meeting,
}

/// <summary>A call, mail, visit or meeting of the support office with a territory, in one line, and what somebody still has to do after it. Source: product.md, "Contact log".</summary>
public sealed class LoggedContact : Entity
{
    private const int LongestLine = 500;

    /// <param name="personId">Who of the support office had the contact.</param>
    public LoggedContact(Guid territoryId, Guid personId, DateOnly today, string line)
    {
        (TerritoryId, PersonId) = (territoryId, personId);
        Text = "";
        Tell(ContactKind.Call, today, line, null, today);
    }

#pragma warning disable CS8618 // read from the database
    private LoggedContact() { }
#pragma warning restore CS8618

    public Guid TerritoryId { get; private set; }
    public Guid PersonId { get; private set; }
    public ContactKind Kind { get; private set; }

    /// <summary>The day of the contact in the programme's calendar.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What it was about. Often names people, so the audit says only that it changed.</summary>
    [Personal] public string Text { get; private set; }

    /// <summary>With whom, in words.</summary>
    [Personal] public string? With { get; private set; }

    /// <summary>What is to be done after it; empty when nothing is.</summary>
    [Personal] public string? FollowUp { get; private set; }
    public Guid? FollowUpOwnerId { get; private set; }
    public DateOnly? FollowUpDue { get; private set; }

    /// <summary>UTC; empty while it is to be done.</summary>
    public DateTime? FollowUpDoneAt { get; private set; }

    /// <exception cref="RuleViolationException">When the day lies in the future or the line is missing.</exception>
    public void Tell(ContactKind kind, DateOnly on, string line, string? with, DateOnly today)
    {
        Require(on <= today, $"The contact is dated {on:yyyy-MM-dd}, which has not come yet. Log it once it has taken place.");
        (Kind, On, Text, With) = (kind, on, Line(line, "What it was about", LongestLine), Optional(with));
    }

    /// <summary>Somebody is to do something after the contact.</summary>
    /// <exception cref="RuleViolationException">When it is due before the contact took place.</exception>
    public void Owe(string what, Guid ownerId, DateOnly due)
    {
        Require(due >= On, $"The follow-up is due on {due:yyyy-MM-dd}, before the contact itself ({On:yyyy-MM-dd}).");
        var line = Line(what, "The follow-up", LongestLine);
        if ((FollowUp, FollowUpDue) != (line, due))
            FollowUpDoneAt = null; // something else is to be done now
        (FollowUp, FollowUpOwnerId, FollowUpDue) = (line, ownerId, due);
    }

    /// <summary>Nothing is to be done any more, and never was.</summary>
    public void OweNothing() => (FollowUp, FollowUpOwnerId, FollowUpDue, FollowUpDoneAt) = (null, null, null, null);

    /// <exception cref="RuleViolationException">When there is nothing to do.</exception>
    public void HandOver(Guid ownerId)
    {
        Require(FollowUp is not null && FollowUpDoneAt is null, "There is no open follow-up to hand over.");
        FollowUpOwnerId = ownerId;
    }

    /// <summary>Done; once more changes nothing.</summary>
    /// <exception cref="RuleViolationException">When there is nothing to do.</exception>
    public void Finish(DateTime now)
    {
        Require(FollowUp is not null, "This contact has no follow-up.");
        FollowUpDoneAt ??= now;
    }

    public void Reopen() => FollowUpDoneAt = null;
}
