namespace Ccri.Domain.Plans;

/// <summary>A review of a plan by the support office. Source: domain.md 5.2.</summary>
public sealed class PlanReview : Entity
{
    /// <param name="personId">Who recorded it; empty for the command line.</param>
    public PlanReview(Guid planId, Guid territoryId, Guid? personId) => (PlanId, TerritoryId, PersonId) = (planId, territoryId, personId);

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public Guid? PersonId { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>The partner of the support office that reviewed it.</summary>
    public Guid? OrganisationId { get; private set; }
    public string? Summary { get; private set; }

    /// <summary>Sums of the twelve section scores before and after, 0 to 36; empty when they were not scored.</summary>
    public int? ScoreBefore { get; private set; }
    public int? ScoreAfter { get; private set; }

    /// <exception cref="RuleViolationException">When the day has not come yet.</exception>
    public void Tell(DateOnly on, Guid? organisationId, string? summary, DateOnly today)
    {
        Require(on <= today, $"The day of the review ({on:yyyy-MM-dd}) has not come yet. Record it once it has taken place.");
        (On, OrganisationId, Summary) = (on, organisationId, Optional(summary));
    }

    /// <exception cref="RuleViolationException">When a sum is not between 0 and 36.</exception>
    public void Score(int? before, int? after)
    {
        var highest = Enum.GetValues<PlanSection>().Length * SectionScore.Highest;
        foreach (var sum in new[] { before, after }.OfType<int>())
            Require(sum >= 0 && sum <= highest, $"The sum of the section scores is between 0 and {highest}, not {sum}.");
        (ScoreBefore, ScoreAfter) = (before, after);
    }
}

/// <summary>What became of a recommendation.</summary>
public enum Uptake
{
    /// <summary>No answer yet.</summary>
    Open,
    Accepted,
    Done,
    Rejected,
}

/// <summary>What a review recommends, and what became of it.</summary>
public sealed class Recommendation : Entity
{
    public Recommendation(Guid reviewId, Guid planId, Guid territoryId, PlanSection? section, string text)
    {
        (ReviewId, PlanId, TerritoryId) = (reviewId, planId, territoryId);
        Text = "";
        Tell(section, text);
    }

#pragma warning disable CS8618 // read from the database
    private Recommendation() { }
#pragma warning restore CS8618

    public Guid ReviewId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public PlanSection? Section { get; private set; }
    public string Text { get; private set; }
    public Uptake Uptake { get; private set; }

    /// <summary>Why it was rejected, or what was done.</summary>
    public string? Answer { get; private set; }

    /// <summary>The day of the answer; empty while it is open.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public void Tell(PlanSection? section, string text) => (Section, Text) = (section, Line(text, "The recommendation", Plan.LongestText));

    /// <exception cref="RuleViolationException">When it is rejected without a reason.</exception>
    public void Take(Uptake uptake, string? answer, DateOnly today)
    {
        Require(uptake != Uptake.Rejected || !string.IsNullOrWhiteSpace(answer), "Say why the recommendation is rejected, in a sentence.");
        (Uptake, Answer, AnsweredOn) = (uptake, Optional(answer), uptake == Uptake.Open ? null : uptake == Uptake ? AnsweredOn ?? today : today);
    }
}
