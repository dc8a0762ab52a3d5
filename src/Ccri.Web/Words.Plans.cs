using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Web;

/// <summary>Of plans, solutions, milestones and money.</summary>
public static partial class Words
{
    public static string Of(PlanKind kind) => kind == PlanKind.Ceap ? "Action plan" : "Investment plan";

    /// <summary>Spelled out, for once on a page.</summary>
    public static string InFull(PlanKind kind) => kind == PlanKind.Ceap ? "Circular Economy Action Plan (CEAP)" : "Circular Economy Investment Plan (CEIP)";

    public static string Of(PlanStatus status) => OfProperty(status.ToString());

    public static string Of(VersionOccasion occasion) => OfProperty(occasion.ToString());

    public static string Of(PlanSection section) => section switch
    {
        PlanSection.Baseline => "Baseline and material flows",
        PlanSection.Priorities => "Priority sectors and value chains",
        PlanSection.Objectives => "Objectives and targets",
        PlanSection.Stakeholders => "Stakeholder process",
        PlanSection.Solutions => "Circular systemic solutions included",
        PlanSection.Alignment => "Alignment with the Union and the country",
        PlanSection.Replication => "Communication and replication",
        _ => section.ToString(),
    };

    public static string Of(Uptake uptake) => uptake.ToString();

    public static string Of(Sector sector) => sector == Sector.Other ? "Neither public nor private" : sector.ToString();

    /// <summary>"R3 Reuse".</summary>
    public static string Of(RStrategy strategy) => string.Create(CultureInfo.InvariantCulture, $"R{(int)strategy} {strategy}");

    public static string Of(ActionStatus status) => OfProperty(status.ToString());

    public static string Of(EffectKind kind) => kind switch
    {
        EffectKind.MaterialRecovered => "Materials recovered",
        EffectKind.GreenhouseGas => "Greenhouse gas avoided",
        EffectKind.Other => "Something else",
        _ => OfProperty(kind.ToString()),
    };

    public static string Of(ProjectStage stage) => stage switch
    {
        ProjectStage.PreFeasibility => "Pre-feasibility",
        ProjectStage.Bankable => "Structured, bankable",
        _ => OfProperty(stage.ToString()),
    };

    public static string Of(DeliveryModel model) => model switch
    {
        DeliveryModel.Own => "The public body itself",
        DeliveryModel.PublicPrivatePartnership => "Public-private partnership",
        DeliveryModel.SpecialPurposeVehicle => "Special purpose vehicle",
        _ => model.ToString(),
    };

    public static string Of(CircularCategory category) => category switch
    {
        CircularCategory.DesignAndProduction => "Circular design and production",
        CircularCategory.UseAndLifeExtension => "Circular use and life extension",
        CircularCategory.ValueRecovery => "Circular value recovery",
        _ => "Circular support",
    };

    public static string Of(PermitStatus status) => OfProperty(status.ToString());

    public static string Of(RevenueModel model) => OfProperty(model.ToString());

    public static string Of(FundingSource source) => source switch
    {
        FundingSource.NationalOrRegional => "National or regional",
        FundingSource.Erdf => "ERDF",
        FundingSource.CohesionFund => "Cohesion Fund",
        FundingSource.JustTransitionFund => "Just Transition Fund",
        FundingSource.Life => "LIFE",
        FundingSource.HorizonEurope => "Horizon Europe",
        FundingSource.InvestEu => "InvestEU",
        FundingSource.EibLoan => "EIB loan",
        FundingSource.Eafrd => "EAFRD",
        FundingSource.RecoveryAndResilience => "Recovery and Resilience Facility",
        _ => OfProperty(source.ToString()),
    };

    public static string Of(FundingInstrument instrument) => OfProperty(instrument.ToString());

    public static string Of(FundingStatus status) => OfProperty(status.ToString());

    public static string Of(Phase phase) => phase.ToString();

    public static string Of(SolutionState state) => state.ToString();

    public static string Of(ActorKind kind) => kind switch
    {
        ActorKind.Administration => "Administration and utilities",
        ActorKind.CivilSociety => "Civil society",
        _ => kind.ToString(),
    };

    public static string Of(FactorKind kind) => kind.ToString();

    public static string Of(FactorDimension dimension) => dimension switch
    {
        FactorDimension.PolicyAndGovernance => "Policy and governance",
        FactorDimension.FinancialAndMarket => "Financial and market",
        FactorDimension.TechnicalAndInfrastructure => "Technical and infrastructure",
        FactorDimension.DataAndMonitoring => "Data and monitoring",
        FactorDimension.SkillsAndCapacity => "Skills and capacity",
        FactorDimension.SocialAndBehavioural => "Social and behavioural",
        FactorDimension.SpatialAndLogistics => "Spatial and logistics",
        _ => dimension.ToString(),
    };

    /// <summary>The criterion in a few words; restated from the published checklist (domain.md 4.1).</summary>
    public static string Of(Criterion criterion) => criterion switch
    {
        Criterion.Dimensions => "Economic, social and environmental dimensions are all addressed",
        Criterion.Components => "Science, technology and governance come together",
        Criterion.Actors => "All relevant actors take part",
        Criterion.BeyondWasteAndWater => "Goes beyond waste and water",
        Criterion.LocalAnalysis => "Grounded in an analysis of local needs, potential and challenges",
        Criterion.BenefitsAndTradeOffs => "Benefits and trade-offs are analysed, and quantified where feasible",
        Criterion.MonitoringAndEvaluation => "Monitoring and evaluation are built in",
        Criterion.Regulation => "Regulatory obstacles and drivers are analysed, with recommendations",
        Criterion.ExternalitiesAndWellBeing => "Externalities and local well-being are addressed",
        _ => "Can be replicated and scaled up, and guidelines are shared",
    };

    public static string Of(MoveKind kind) => kind == MoveKind.Due ? "Agreed day" : "Forecast";

    /// <summary>"Q1 2024", "March 2024", "2024" or "3 Mar 2024": no more exact than what is known.</summary>
    public static string Of(PartialDate date) => date.Precision switch
    {
        DatePrecision.Month => date.Day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{(date.Day.Month + 2) / 3} {date.Day.Year}"),
        DatePrecision.Year => date.Day.Year.ToString(CultureInfo.InvariantCulture),
        _ => Of(date.Day),
    };

    /// <summary>"2024 to 2026": years, as far as they are known.</summary>
    public static string Years(int? from, int? to) => (from, to) switch
    {
        (null, null) => "years not stated",
        ({ } first, null) => string.Create(CultureInfo.InvariantCulture, $"from {first}"),
        (null, { } last) => string.Create(CultureInfo.InvariantCulture, $"until {last}"),
        ({ } first, { } last) => first == last ? string.Create(CultureInfo.InvariantCulture, $"{first}") : string.Create(CultureInfo.InvariantCulture, $"{first} to {last}"),
    };

    /// <summary>"EUR 4,200,000", with cents only when there are some: for tables, whose rows must add up.</summary>
    public static string Money(long cents, string currency = Domain.Plans.Money.Euro) =>
        FormattableString.Invariant(cents % 100 == 0 ? (FormattableString)$"{currency} {cents / 100m:N0}" : $"{currency} {cents / 100m:N2}").TrimStart();

    /// <summary>"EUR 4.2 million": for sentences and drawings.</summary>
    public static string Briefly(long cents, string currency = Domain.Plans.Money.Euro) => Math.Abs(cents / 100m) switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{currency} {cents / 100m / 1_000_000_000:0.##} billion"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{currency} {cents / 100m / 1_000_000:0.#} million"),
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{currency} {Math.Round(cents / 100m / 1000, MidpointRounding.AwayFromZero) * 1000:N0}"),
        _ => Money(cents, currency),
    };

    /// <summary>"EUR 4,200,000", or "not known" when none of its parts is, and how many it leaves out.</summary>
    public static string Money(Sum sum) => (sum.IsKnown, sum.LeftOut) switch
    {
        (false, _) => "not known",
        (_, 0) => Money(sum.Cents),
        (_, var left) => $"{Money(sum.Cents)} ({Of(left)} not known)",
    };

    /// <summary>"12,500.5": a quantity with as many decimals as it has, three at most.</summary>
    public static string Quantity(decimal amount) => amount.ToString("#,##0.###", CultureInfo.InvariantCulture);

    /// <summary>"37 %".</summary>
    public static string Share(decimal part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.#} %");

    /// <summary>"12 days late", "due in 5 days", "due today".</summary>
    public static string DueIn(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "due today",
        < 0 and var days => $"{Plural.Of(-days, "day")} late",
        var days => $"in {Plural.Of(days, "day")}",
    };
}
