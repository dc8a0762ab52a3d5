namespace Ccri.Domain.Support;

/// <summary>The expert-days that a partner is to give a territory within a quarter.</summary>
public sealed class PlannedDays : Entity, IOfTerritory
{
    /// <summary>Nobody plans more for one territory and quarter.</summary>
    public const decimal Most = 500;

    /// <param name="quarter">The first day of a quarter.</param>
    /// <exception cref="RuleViolationException">When it is another day.</exception>
    public PlannedDays(Guid organisationId, Guid territoryId, DateOnly quarter, decimal days)
    {
        Require(ExpertDayBook.QuarterOf(quarter) == quarter, $"A quarter begins on the first of January, April, July or October, not on {quarter:yyyy-MM-dd}.");
        (OrganisationId, TerritoryId, Quarter) = (organisationId, territoryId, quarter);
        Plan(days);
    }

    private PlannedDays() { } // read from the database

    public Guid OrganisationId { get; private set; }
    public Guid TerritoryId { get; private set; }

    /// <summary>The first day of the quarter: a plan is made for a quarter as a whole.</summary>
    public DateOnly Quarter { get; private set; }

    /// <summary>In hundredths of a day.</summary>
    public decimal Days { get; private set; }

    /// <exception cref="RuleViolationException">When there are none, or too many.</exception>
    public void Plan(decimal days)
    {
        Require(days > 0 && days <= Most, FormattableString.Invariant($"Between 0.01 and {Most} expert-days are planned for a quarter, not {days}."));
        Require(decimal.Round(days, 2) == days, "Expert-days have at most two decimals.");
        Days = days;
    }
}
