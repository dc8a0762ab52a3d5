namespace Ccri.Domain.Plans;

/// <summary>
/// An action plan (CEAP) or investment plan (CEIP) of a territory. It is one living thing: what stands in it now is edited, and
/// each version is kept as it was when it went to review or was adopted (<see cref="PlanVersion"/>). Source: domain.md 5.
/// </summary>
public sealed class Plan : Entity, IOfTerritory
{
    public const int LongestText = 4000;

    /// <summary>No plan of a circular economy is older, none reaches further; a year outside is mistyped.</summary>
    public const int EarliestYear = 1990, LatestYear = 2100;

    /// <param name="code">Unique, such as CEAP-UPPSALA-1.</param>
    public Plan(Guid territoryId, PlanKind kind, string code, string title)
    {
        (TerritoryId, Kind, Code) = (territoryId, kind, Line(code, "The code of the plan", 60));
        Title = "";
        SearchTitle = "";
        Call(title);
    }

#pragma warning disable CS8618 // read from the database
    private Plan() { }
#pragma warning restore CS8618

    public Guid TerritoryId { get; private set; }
    public PlanKind Kind { get; private set; }
    public string Code { get; private set; }
    public string Title { get; private set; }

    /// <summary>The title without accents and capitals, for searching.</summary>
    public string SearchTitle { get; private set; }
    public PlanStatus Status { get; private set; }

    /// <summary>Whether an adopted version of it holds; a review or a revision of the next one does not change that.</summary>
    public bool IsInForce { get; private set; }
    public string? Summary { get; private set; }

    /// <summary>The larger document it is a part of: Asker's is in the climate plan.</summary>
    public string? PartOf { get; private set; }

    /// <summary>The action plan that an investment plan finances.</summary>
    public Guid? ActionPlanId { get; private set; }

    /// <summary>Two letters of ISO 639-1, lower case.</summary>
    public string? Language { get; private set; }
    public string? Address { get; private set; }

    /// <summary>First and last year it is for.</summary>
    public int? ValidFrom { get; private set; }
    public int? ValidTo { get; private set; }

    /// <summary>Of the version in force; empty when no source states it.</summary>
    public DateOnly? AdoptedOn { get; private set; }
    public string? AdoptedBy { get; private set; }

    /// <summary>The budget that the plan states for itself, in cents of <see cref="Currency"/>; empty is not known, never nothing.</summary>
    public long? Budget { get; private set; }

    /// <summary>ISO 4217. Of the budget; of an investment plan also what its projects are usually given in.</summary>
    public string Currency { get; private set; } = Money.Euro;

    /// <summary>The year whose prices the amounts are in.</summary>
    public int? PriceYear { get; private set; }

    /// <summary>What the plan calls its objectives: objective, agenda, focus area.</summary>
    public string? ObjectiveWord { get; private set; }

    /// <summary>How many objectives, levers across them, and actions the published plan counts; the rows here may be fewer.</summary>
    public int? PublishedObjectives { get; private set; }
    public int? PublishedLevers { get; private set; }
    public int? PublishedActions { get; private set; }

    public void Call(string title)
    {
        Title = Line(title, "The title of the plan");
        SearchTitle = Folding.ForSearch(Title);
    }

    public void Summarise(string? summary) => Summary = Optional(summary);
    public void BePartOf(string? document) => PartOf = Optional(document);
    public void WriteIn(string? language) => Language = Optional(language)?.ToLowerInvariant();
    public void PublishAt(string? address) => Address = Optional(address);
    public void CallObjectives(string? word) => ObjectiveWord = Optional(word);

    /// <exception cref="RuleViolationException">When it would end before it begins, or a year is none of a plan.</exception>
    public void Cover(int? from, int? to)
    {
        foreach (var year in new[] { from, to }.OfType<int>())
            Require(year is >= EarliestYear and <= LatestYear, $"{year} is no year of a plan. Please enter one between {EarliestYear} and {LatestYear}.");
        Require(from is null || to is null || from <= to, $"The last year ({to}) lies before the first year ({from}).");
        (ValidFrom, ValidTo) = (from, to);
    }

    /// <param name="cents">Empty: not known.</param>
    /// <exception cref="RuleViolationException">When the amount is negative or the currency unknown.</exception>
    public void Cost(long? cents, string? currency, int? priceYear = null)
    {
        Require(cents is not < 0, "The budget is negative. Please enter an amount of 0 or more, or leave it empty when it is not known.");
        Require(priceYear is null or (>= EarliestYear and <= LatestYear), $"{priceYear} is no year of prices. Please enter one between {EarliestYear} and {LatestYear}.");
        (Budget, Currency, PriceYear) = (cents, Money.Known(currency ?? Money.Euro), priceYear);
    }

    /// <exception cref="RuleViolationException">When a number is negative.</exception>
    public void Count(int? objectives, int? levers, int? actions)
    {
        Require(objectives is not < 0 && levers is not < 0 && actions is not < 0, "A number of objectives, levers or actions is negative. Please enter 0 or more, or leave it empty.");
        (PublishedObjectives, PublishedLevers, PublishedActions) = (objectives, levers, actions);
    }

    /// <exception cref="RuleViolationException">When it is no investment plan, or the other is no action plan of the same territory.</exception>
    public void Finance(Plan? actionPlan)
    {
        Require(actionPlan is null || Kind == PlanKind.Ceip, "Only an investment plan finances an action plan.");
        Require(actionPlan is null || actionPlan.Kind == PlanKind.Ceap, "Choose an action plan; an investment plan does not finance another one.");
        Require(actionPlan is null || actionPlan.TerritoryId == TerritoryId, "That action plan belongs to another territory. Choose one of this territory.");
        ActionPlanId = actionPlan?.Id;
    }

    /// <summary>Work on the text begins.</summary>
    /// <exception cref="RuleViolationException">When it has begun already.</exception>
    public void Draft()
    {
        Require(Status == PlanStatus.Planned, $"The plan is {InWords(Status)}. Only a planned one begins to be drafted.");
        Status = PlanStatus.Drafting;
    }

    /// <summary>The draft goes to review.</summary>
    /// <exception cref="RuleViolationException">When there is no draft.</exception>
    public void SendToReview()
    {
        Require(Status is PlanStatus.Drafting or PlanStatus.UnderRevision, $"The plan is {InWords(Status)}. Only a draft goes to review.");
        Status = PlanStatus.InReview;
    }

    /// <summary>Back from review to its authors. A plan that was adopted before stays in force meanwhile.</summary>
    /// <exception cref="RuleViolationException">When it is not in review.</exception>
    public void ReturnToAuthors()
    {
        Require(Status == PlanStatus.InReview, $"The plan is {InWords(Status)}. Only a plan in review can go back to its authors.");
        Status = IsInForce || AdoptedOn is not null ? PlanStatus.UnderRevision : PlanStatus.Drafting;
    }

    /// <summary>A body of the territory adopts it.</summary>
    /// <exception cref="RuleViolationException">When the day or the body is missing, the day lies ahead or before the last adoption, or the state does not allow it.</exception>
    public void Adopt(DateOnly? on, string? by, DateOnly today)
    {
        Require(on is not null && !string.IsNullOrWhiteSpace(by), "A plan needs an adoption date and the body that adopted it.");
        Require(Status is PlanStatus.Drafting or PlanStatus.InReview or PlanStatus.UnderRevision, $"The plan is {InWords(Status)}. Only a draft, or a plan in review or under revision, can be adopted.");
        Require(on <= today, $"The adoption date {on:yyyy-MM-dd} has not come yet. Record the adoption once it has taken place.");
        Require(AdoptedOn is null || on >= AdoptedOn, $"The plan was adopted on {AdoptedOn:yyyy-MM-dd} already. A later version cannot be adopted before that.");
        (Status, IsInForce, AdoptedOn, AdoptedBy) = (PlanStatus.Adopted, true, on, Line(by, "The body that adopted it"));
    }

    /// <summary>Work on the next version begins; the adopted one stays in force.</summary>
    /// <exception cref="RuleViolationException">When it is not in force.</exception>
    public void Revise()
    {
        Require(Status is PlanStatus.Adopted or PlanStatus.Expired, $"The plan is {InWords(Status)}. Only an adopted or expired plan is revised.");
        Status = PlanStatus.UnderRevision;
    }

    /// <summary>Its time is over.</summary>
    /// <exception cref="RuleViolationException">When it was never in force.</exception>
    public void Expire()
    {
        Require(Status is PlanStatus.Adopted or PlanStatus.UnderRevision, $"The plan is {InWords(Status)}. Only a plan in force can expire.");
        (Status, IsInForce) = (PlanStatus.Expired, false);
    }

    /// <summary>Puts right what is known of the adoption of a plan that is or was in force; empty is "not stated".</summary>
    /// <exception cref="RuleViolationException">When it was never adopted, or the day has not come yet.</exception>
    public void CorrectAdoption(DateOnly? on, string? by, DateOnly today)
    {
        Require(Status is PlanStatus.Adopted or PlanStatus.UnderRevision or PlanStatus.Expired, $"The plan is {InWords(Status)}. Only the adoption of a plan that was adopted can be put right.");
        Require(on is null || on <= today, $"The adoption date {on:yyyy-MM-dd} has not come yet. Record the adoption once it has taken place.");
        (AdoptedOn, AdoptedBy) = (on, Optional(by));
    }

    /// <summary>What can be done with a plan in this status, the usual step first; the page offers no other.</summary>
    public static IReadOnlyList<PlanStep> Next(PlanStatus status) => status switch
    {
        PlanStatus.Planned => [PlanStep.Draft],
        PlanStatus.Drafting => [PlanStep.SendToReview, PlanStep.Adopt],
        PlanStatus.InReview => [PlanStep.Adopt, PlanStep.ReturnToAuthors],
        PlanStatus.Adopted => [PlanStep.Revise, PlanStep.Expire],
        PlanStatus.UnderRevision => [PlanStep.SendToReview, PlanStep.Adopt, PlanStep.Expire],
        _ => [PlanStep.Revise],
    };

    /// <summary>What a public source says of the plan, which may leave open when and by whom it was adopted.</summary>
    public void Report(PlanStatus status, DateOnly? adoptedOn = null, string? adoptedBy = null) => (Status, IsInForce, AdoptedOn, AdoptedBy) = (status, status is PlanStatus.Adopted or PlanStatus.UnderRevision, adoptedOn, Optional(adoptedBy));

    /// <summary>The status as part of a sentence: "The plan is in review."</summary>
    public static string InWords(PlanStatus status) => status switch
    {
        PlanStatus.Planned => "planned",
        PlanStatus.Drafting => "being drafted",
        PlanStatus.InReview => "in review",
        PlanStatus.Adopted => "adopted",
        PlanStatus.UnderRevision => "under revision",
        _ => "expired",
    };
}
