using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;

namespace Ccri.Web.Features.Plans;

/// <summary>The rows of a plan as a picture holds them: each value as canonical text, each linked thing by its name, so that a version reads the same years later.</summary>
internal static class PlanPictureRows
{
    public static string NameOf(Objective objective) => objective.Number > 0 ? Invariant($"{objective.Number} {objective.Title}") : objective.Title;
    public static string NameOf(PlanAction action) => $"{action.Number} {action.Title}";
    public static string NameOf(InvestmentProject project) => $"{project.Number} {project.Name}";

    public static PictureRow Of(Plan plan, string? financed) => Row(plan, plan.Title,
        (nameof(Plan.Title), plan.Title), (nameof(Plan.Status), plan.Status), (nameof(Plan.AdoptedOn), plan.AdoptedOn), (nameof(Plan.AdoptedBy), plan.AdoptedBy),
        (nameof(Plan.Summary), plan.Summary), (nameof(Plan.PartOf), plan.PartOf), ("Finances", financed), (nameof(Plan.Language), plan.Language), (nameof(Plan.Address), plan.Address),
        (nameof(Plan.ValidFrom), plan.ValidFrom), (nameof(Plan.ValidTo), plan.ValidTo), (nameof(Plan.Budget), Amount(plan.Budget, plan.Currency)), (nameof(Plan.PriceYear), plan.PriceYear),
        (nameof(Plan.ObjectiveWord), plan.ObjectiveWord), (nameof(Plan.PublishedObjectives), plan.PublishedObjectives), (nameof(Plan.PublishedLevers), plan.PublishedLevers),
        (nameof(Plan.PublishedActions), plan.PublishedActions));

    public static PictureRow Of(SectionScore score) => Row(score, Words.Of(score.Section),
        (nameof(SectionScore.Section), score.Section), (nameof(SectionScore.Score), score.Score), (nameof(SectionScore.Comment), score.Comment));

    public static PictureRow Of(Objective objective, IEnumerable<(Lead Lead, string? Name)> leads) => Row(objective, NameOf(objective),
        (nameof(Objective.Number), objective.Number), (nameof(Objective.Title), objective.Title), (nameof(Objective.IsLever), objective.IsLever),
        (nameof(Objective.Description), objective.Description), ("Leads", Joined(leads)));

    public static PictureRow Of(PlanAction action, IReadOnlyDictionary<Guid, string> objectives, string? solution, string? indicator, IEnumerable<(Lead Lead, string? Name)> leads) =>
        Row(action, NameOf(action),
            (nameof(PlanAction.Number), action.Number), (nameof(PlanAction.Title), action.Title), (nameof(PlanAction.Description), action.Description),
            ("Objective", action.ObjectiveId is { } objective ? objectives.GetValueOrDefault(objective) : null),
            ("Levers", string.Join("; ", action.LeverIds.Select(lever => objectives.GetValueOrDefault(lever)).Order(StringComparer.Ordinal))), ("Leads", Joined(leads)),
            ("Solution", solution), ("Indicator", indicator), (nameof(PlanAction.Sector), action.Sector), (nameof(PlanAction.Strategy), action.Strategy),
            (nameof(PlanAction.Status), action.Status), (nameof(PlanAction.PercentDone), action.PercentDone), (nameof(PlanAction.Start), action.Start), (nameof(PlanAction.End), action.End),
            (nameof(PlanAction.Forecast), action.Forecast), (nameof(PlanAction.DoneOn), action.DoneOn), (nameof(PlanAction.Budget), Amount(action.Budget, action.Currency)),
            (nameof(PlanAction.Funding), action.Funding), (nameof(PlanAction.Remark), action.Remark));

    public static PictureRow Of(Effect effect, string? of) => Row(effect, of is null ? Words.Of(effect.Kind) : $"{Words.Of(effect.Kind)}: {of}",
        ("EffectKind", effect.Kind), ("Of", of), ("Quantity", $"{Text(effect.Amount)} {effect.Unit}"), (nameof(Effect.FromYear), effect.FromYear), (nameof(Effect.Basis), effect.Basis));

    public static PictureRow Of(Milestone milestone, string? of) => Row(milestone, milestone.Title,
        (nameof(Milestone.Title), milestone.Title), ("Of", of), (nameof(Milestone.Description), milestone.Description), (nameof(Milestone.Responsible), milestone.Responsible),
        (nameof(Milestone.Due), milestone.Due), (nameof(Milestone.Forecast), milestone.Forecast), (nameof(Milestone.DoneOn), milestone.DoneOn), (nameof(Milestone.BlockedBy), milestone.BlockedBy));

    public static PictureRow Of(InvestmentProject project, string? solution, string? action) => Row(project, NameOf(project),
        (nameof(InvestmentProject.Number), project.Number), (nameof(InvestmentProject.Name), project.Name), (nameof(InvestmentProject.Description), project.Description),
        ("Solution", solution), ("Action", action), (nameof(InvestmentProject.Sector), project.Sector), (nameof(InvestmentProject.Category), project.Category),
        (nameof(InvestmentProject.Strategy), project.Strategy), (nameof(InvestmentProject.Promoter), project.Promoter), (nameof(InvestmentProject.Delivery), project.Delivery),
        (nameof(InvestmentProject.Stage), project.Stage), (nameof(InvestmentProject.Trl), project.Trl), (nameof(InvestmentProject.Permits), project.Permits),
        (nameof(InvestmentProject.Readiness), project.Readiness), (nameof(InvestmentProject.NextGate), project.NextGate), (nameof(InvestmentProject.Rate), project.Rate),
        (nameof(InvestmentProject.RateOn), project.RateOn), (nameof(InvestmentProject.Capex), Amount(project.Capex, project.Currency)),
        (nameof(InvestmentProject.Opex), Amount(project.Opex, project.Currency)), (nameof(InvestmentProject.Preparation), Amount(project.Preparation, project.Currency)),
        (nameof(InvestmentProject.Contingency), project.Contingency), (nameof(InvestmentProject.Lifetime), project.Lifetime), (nameof(InvestmentProject.Revenue), project.Revenue),
        (nameof(InvestmentProject.YearlyRevenue), Amount(project.YearlyRevenue, project.Currency)), (nameof(InvestmentProject.YearlySavings), Amount(project.YearlySavings, project.Currency)),
        (nameof(InvestmentProject.NetPresentValue), Amount(project.NetPresentValue, project.Currency)), (nameof(InvestmentProject.ReturnRate), project.ReturnRate),
        (nameof(InvestmentProject.Payback), project.Payback), (nameof(InvestmentProject.DiscountRate), project.DiscountRate), (nameof(InvestmentProject.Start), project.Start),
        (nameof(InvestmentProject.FinancialClose), project.FinancialClose), (nameof(InvestmentProject.Construction), project.Construction),
        (nameof(InvestmentProject.Operation), project.Operation), (nameof(InvestmentProject.SupportNote), project.SupportNote), (nameof(InvestmentProject.IsConfidential), project.IsConfidential));

    public static PictureRow Of(FundingLine line, InvestmentProject project) => Row(line, $"{Words.Of(line.Source)}, {Words.Of(line.Instrument).ToLowerInvariant()}: {NameOf(project)}",
        ("Project", NameOf(project)), ("FundingSource", line.Source), (nameof(FundingLine.Instrument), line.Instrument), (nameof(FundingLine.Provider), line.Provider),
        (nameof(FundingLine.IsPrivate), line.IsPrivate), (nameof(FundingLine.Amount), Amount(line.Amount, line.Currency)), (nameof(FundingLine.Rate), line.Rate),
        (nameof(FundingLine.RateOn), line.RateOn), (nameof(FundingLine.Status), line.Status), ("Since", line.On), (nameof(FundingLine.Note), line.Note),
        (nameof(InvestmentProject.IsConfidential), project.IsConfidential));

    /// <summary>Private and public leads first, in a fixed order.</summary>
    private static string Joined(IEnumerable<(Lead Lead, string? Name)> leads) => string.Join("; ", leads
        .OrderBy(l => l.Lead.IsCoLead).ThenBy(l => l.Lead.Sector).ThenBy(l => l.Name, StringComparer.Ordinal)
        .Select(l => $"{l.Name} ({(l.Lead.Sector == Sector.Other ? "" : $"{l.Lead.Sector.ToString().ToLowerInvariant()} ")}{(l.Lead.IsCoLead ? "co-lead" : "lead")})"));

    /// <summary>Cents and their currency: "23740000000 EUR"; empty is not known.</summary>
    private static string? Amount(long? cents, string currency) => cents is { } known ? Invariant($"{known} {currency}") : null;

    /// <summary>What is not known is left out, and so is what is not so.</summary>
    private static PictureRow Row(Entity entity, string name, params (string Field, object? Value)[] fields) =>
        new(entity.Id, entity.GetType().Name, name, fields.Select(f => (f.Field, Text: Text(f.Value))).Where(f => f.Text.Length > 0).ToDictionary(f => f.Field, f => f.Text));

    /// <summary>One spelling on every machine and from both databases, which keep a different number of zeros behind the point.</summary>
    private static string Text(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
