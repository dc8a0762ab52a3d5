namespace Ccri.Domain.Plans;

/// <summary>
/// An investment project of an investment plan. All its amounts are cents of <see cref="Currency"/>, and an empty one is "not
/// known", never nothing. Source: domain.md 5.4.
/// </summary>
public sealed class InvestmentProject : Entity, IOfTerritory
{
    private readonly List<StageChange> _stages = [];

    /// <param name="number">As the plan numbers it: P1, 3.2; unique within the plan.</param>
    public InvestmentProject(Guid planId, Guid territoryId, string number, string name)
    {
        (PlanId, TerritoryId) = (planId, territoryId);
        (Number, Name) = ("", "");
        Call(number, name);
    }

#pragma warning disable CS8618 // read from the database
    private InvestmentProject() { }
#pragma warning restore CS8618

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public string Number { get; private set; }
    public string Name { get; private set; }
    public string? Description { get; private set; }
    public Guid? SolutionId { get; private set; }
    public Guid? ActionId { get; private set; }
    public string? Sector { get; private set; }
    public CircularCategory? Category { get; private set; }
    public RStrategy? Strategy { get; private set; }

    /// <summary>Who carries the investment.</summary>
    public string? Promoter { get; private set; }
    public DeliveryModel? Delivery { get; private set; }
    public ProjectStage Stage { get; private set; }

    /// <summary>Technology readiness level, 1 to 9.</summary>
    public int? Trl { get; private set; }
    public PermitStatus? Permits { get; private set; }

    /// <summary>How ready it is for the next gate, 0 to 100.</summary>
    public int? Readiness { get; private set; }

    /// <summary>When the next decision on it is due.</summary>
    public DateOnly? NextGate { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = Money.Euro;

    /// <summary>Units of the currency for one euro, and the day of that rate; empty for euro, and while not known.</summary>
    public decimal? Rate { get; private set; }
    public DateOnly? RateOn { get; private set; }

    /// <summary>What it costs to build.</summary>
    public long? Capex { get; private set; }

    /// <summary>What it costs to run, a year.</summary>
    public long? Opex { get; private set; }

    /// <summary>What it costs to prepare: studies, permits, advice.</summary>
    public long? Preparation { get; private set; }

    /// <summary>Per cent of the cost to build that is kept for surprises; not part of the gap.</summary>
    public decimal? Contingency { get; private set; }

    /// <summary>Years that it will work.</summary>
    public int? Lifetime { get; private set; }
    public RevenueModel? Revenue { get; private set; }

    /// <summary>A year.</summary>
    public long? YearlyRevenue { get; private set; }
    public long? YearlySavings { get; private set; }

    /// <summary>Net present value; may be negative.</summary>
    public long? NetPresentValue { get; private set; }

    /// <summary>Internal rate of return, per cent; may be negative.</summary>
    public decimal? ReturnRate { get; private set; }

    /// <summary>Years until it has paid for itself.</summary>
    public decimal? Payback { get; private set; }

    /// <summary>Per cent, that the net present value was computed with.</summary>
    public decimal? DiscountRate { get; private set; }
    public DateOnly? Start { get; private set; }
    public DateOnly? FinancialClose { get; private set; }
    public DateOnly? Construction { get; private set; }
    public DateOnly? Operation { get; private set; }

    /// <summary>Help of the support office, applications for advice, contacts with investors, in words.</summary>
    public string? SupportNote { get; private set; }

    /// <summary>Amounts are shown to the support office and the territory only.</summary>
    public bool IsConfidential { get; private set; }

    public IReadOnlyList<StageChange> Stages => _stages;

    public void Call(string number, string name) => (Number, Name) = (Line(number, "The number of the project", 20), Line(name, "The name of the project"));
    public void Describe(string? description) => Description = Optional(description);
    public void Classify(string? sector, CircularCategory? category, RStrategy? strategy) => (Sector, Category, Strategy) = (Optional(sector), category, strategy);
    public void PromoteBy(string? promoter, DeliveryModel? delivery) => (Promoter, Delivery) = (Optional(promoter), delivery);
    public void Support(string? note) => SupportNote = Optional(note);
    public void KeepConfidential(bool yes) => IsConfidential = yes;

    /// <exception cref="RuleViolationException">When the action or the solution is another territory's.</exception>
    public void Link(PlanAction? action, Solutions.Solution? solution)
    {
        Require(action is null || action.TerritoryId == TerritoryId, "That action belongs to another territory. Choose one of this territory.");
        Require(solution is null || solution.TerritoryId == TerritoryId, "That solution belongs to another territory. Choose one of this territory.");
        (ActionId, SolutionId) = (action?.Id, solution?.Id);
    }

    /// <exception cref="RuleViolationException">When a figure is none of its scale.</exception>
    public void Mature(int? trl, PermitStatus? permits, int? readiness, DateOnly? nextGate)
    {
        Require(trl is null or (>= 1 and <= 9), $"The technology readiness level is between 1 and 9, not {trl}.");
        Require(readiness is null or (>= 0 and <= 100), $"The readiness is between 0 and 100 per cent, not {readiness}.");
        (Trl, Permits, Readiness, NextGate) = (trl, permits, readiness, nextGate);
    }

    /// <summary>Sets the day of the next decision by itself, from a list.</summary>
    public void Decide(DateOnly? nextGate) => NextGate = nextGate;

    /// <summary>Days after the day of its next gate; 0 while that lies ahead, and once the project operates or is stopped.</summary>
    public static int DaysLate(ProjectStage stage, DateOnly? nextGate, DateOnly today) =>
        stage is ProjectStage.Operating or ProjectStage.Stopped || nextGate is not { } gate || today <= gate ? 0 : today.DayNumber - gate.DayNumber;

    /// <summary>The stage after this one; empty for the last one and for a stopped project.</summary>
    public static ProjectStage? Next(ProjectStage stage) => stage >= ProjectStage.Operating ? null : stage + 1;

    /// <summary>Whether its money counts in the sums of the plan: nobody looks for the money of a stopped project.</summary>
    public static bool Counts(ProjectStage stage) => stage != ProjectStage.Stopped;

    /// <exception cref="RuleViolationException">When money of it is contracted or paid out.</exception>
    public void RequireRemovable(IEnumerable<FundingLine> lines) =>
        Require(!lines.Any(line => line.ProjectId == Id && FundingLine.IsSecured(line.Status)),
            "Money of this project is contracted or paid out, so it cannot be removed. Record that it is stopped instead: that keeps its history.");

    /// <summary>Enters a stage, which may be an earlier one again.</summary>
    /// <param name="evidence">What shows it: a study, a decision, a contract.</param>
    /// <exception cref="RuleViolationException">When it is at that stage, the day lies ahead or before the last change, or it is stopped without a reason.</exception>
    public StageChange Enter(ProjectStage stage, DateOnly on, string? evidence, DateOnly today)
    {
        Require(stage != Stage, "The project is at that stage already.");
        Require(stage != ProjectStage.Stopped || !string.IsNullOrWhiteSpace(evidence), "Say why the project is stopped, in a sentence.");
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Record the stage once it is reached.");
        var last = _stages.OrderBy(s => s.On).ThenBy(s => s.Id).LastOrDefault();
        Require(last is null || on >= last.On, $"The last change of its stage is of {last?.On:yyyy-MM-dd}. The next one cannot lie before it.");
        var change = new StageChange(Id, TerritoryId, Stage, stage, on, evidence);
        _stages.Add(change);
        Stage = stage;
        return change;
    }

    /// <summary>Names later what shows the stage that it is at.</summary>
    /// <exception cref="RuleViolationException">When something was named before, or it never reached a stage.</exception>
    public void Show(string evidence)
    {
        var last = _stages.OrderBy(s => s.On).ThenBy(s => s.Id).LastOrDefault();
        Require(last is not null, "The project began as an idea, which nothing needs to show.");
        last!.Show(evidence);
    }

    /// <exception cref="RuleViolationException">When an amount is negative, the currency unknown, or a rate has no day.</exception>
    public void Cost(string currency, decimal? rate, DateOnly? rateOn, long? capex, long? opex, long? preparation, decimal? contingency, int? lifetime)
    {
        var known = Money.Known(currency);
        foreach (var (amount, what) in new[] { (capex, "The cost to build"), (opex, "The cost to run"), (preparation, "The cost to prepare") })
            Require(amount is null or (>= 0 and <= Money.Largest), $"{what} is negative or too large. Please enter 0 or more, or leave it empty when it is not known.");
        Require(contingency is null or (>= 0 and <= 100), $"The contingency is between 0 and 100 per cent, not {contingency}.");
        Require(lifetime is null or (>= 1 and <= 200), $"The lifetime is between 1 and 200 years, not {lifetime}.");
        (Rate, RateOn) = Money.Rate(known, rate, rateOn);
        (Currency, Capex, Opex, Preparation, Contingency, Lifetime) = (known, capex, opex, preparation, contingency, lifetime);
    }

    /// <exception cref="RuleViolationException">When a revenue or a saving is negative.</exception>
    public void Earn(RevenueModel? model, long? revenue, long? savings)
    {
        Require(revenue is null or (>= 0 and <= Money.Largest), "The revenue is negative or too large. Please enter 0 or more, or leave it empty when it is not known.");
        Require(savings is null or (>= 0 and <= Money.Largest), "The savings are negative or too large. Please enter 0 or more, or leave them empty when they are not known.");
        (Revenue, YearlyRevenue, YearlySavings) = (model, revenue, savings);
    }

    /// <exception cref="RuleViolationException">When a figure is out of its range.</exception>
    public void Return(long? netPresentValue, decimal? returnRate, decimal? payback, decimal? discountRate)
    {
        Require(netPresentValue is null || Math.Abs(netPresentValue.Value) <= Money.Largest, "The net present value is too large to be right. Please check it.");
        Require(returnRate is null or (>= -100 and <= 1000), $"The rate of return is between -100 and 1000 per cent, not {returnRate}.");
        Require(payback is null or (>= 0 and <= 200), $"The payback is between 0 and 200 years, not {payback}.");
        Require(discountRate is null or (>= 0 and <= 100), $"The discount rate is between 0 and 100 per cent, not {discountRate}.");
        (NetPresentValue, ReturnRate, Payback, DiscountRate) = (netPresentValue, returnRate, payback, discountRate);
    }

    /// <exception cref="RuleViolationException">When the days are not in the order of an investment.</exception>
    public void Schedule(DateOnly? start, DateOnly? financialClose, DateOnly? construction, DateOnly? operation)
    {
        var days = new[] { ("start", start), ("financial close", financialClose), ("construction", construction), ("operation", operation) }.Where(d => d.Item2 is not null).ToList();
        foreach (var ((earlier, first), (later, second)) in days.Zip(days.Skip(1)))
            Require(first <= second, $"The day of {later} ({second:yyyy-MM-dd}) lies before the day of {earlier} ({first:yyyy-MM-dd}).");
        (Start, FinancialClose, Construction, Operation) = (start, financialClose, construction, operation);
    }
}
