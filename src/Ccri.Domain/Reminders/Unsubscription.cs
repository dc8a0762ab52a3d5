namespace Ccri.Domain.Reminders;

/// <summary>A person wants no mails of a rule. The page of reminders still shows what it finds.</summary>
public sealed class Unsubscription : Entity
{
    /// <param name="now">UTC.</param>
    public Unsubscription(Guid personId, Guid ruleId, DateTime now) => (PersonId, RuleId, At) = (personId, ruleId, now);

    private Unsubscription() { } // read from the database

    /// <summary>Unique with the rule.</summary>
    public Guid PersonId { get; private set; }
    public Guid RuleId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
