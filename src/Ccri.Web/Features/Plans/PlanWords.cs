using System.Globalization;
using System.Text.RegularExpressions;
using Ccri.Domain.Organisations;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Plans;

/// <summary>The picture of a plan in words: what its rows and fields are called, and what its canonical values say.</summary>
public static partial class PlanWords
{
    private static readonly Dictionary<string, (string One, string Many)> Nouns = new()
    {
        [nameof(Plan)] = ("Plan", "The plan itself"), [nameof(SectionScore)] = ("Section", "Sections"), [nameof(Objective)] = ("Objective", "Objectives"),
        [nameof(PlanAction)] = ("Action", "Actions"), [nameof(Effect)] = ("Expected effect", "Expected effects"), [nameof(Domain.Milestones.Milestone)] = ("Milestone", "Milestones"),
        [nameof(InvestmentProject)] = ("Investment project", "Investment projects"), [nameof(FundingLine)] = ("Funding line", "Funding lines"),
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        [nameof(Plan.ObjectiveWord)] = "Word for an objective", [nameof(Plan.PublishedObjectives)] = "Objectives published", [nameof(Plan.PublishedLevers)] = "Levers published",
        [nameof(Plan.PublishedActions)] = "Actions published", [nameof(Plan.Address)] = "Address on the web", [nameof(Objective.IsLever)] = "Cuts across the others",
        [nameof(PlanAction.PercentDone)] = "Per cent done", [nameof(PlanAction.Strategy)] = "R-strategy", ["EffectKind"] = "Kind", [nameof(InvestmentProject.Trl)] = "Technology readiness level",
        [nameof(InvestmentProject.Capex)] = "Cost to build", [nameof(InvestmentProject.Opex)] = "Cost to run, a year", [nameof(InvestmentProject.Preparation)] = "Cost to prepare",
        [nameof(InvestmentProject.Contingency)] = "Contingency, per cent", [nameof(InvestmentProject.Lifetime)] = "Lifetime, years", [nameof(InvestmentProject.Revenue)] = "Revenue model",
        [nameof(InvestmentProject.ReturnRate)] = "Rate of return, per cent", [nameof(InvestmentProject.Payback)] = "Payback, years", [nameof(InvestmentProject.DiscountRate)] = "Discount rate, per cent",
        [nameof(InvestmentProject.Rate)] = "Units for one euro", [nameof(InvestmentProject.RateOn)] = "Day of the rate", [nameof(InvestmentProject.IsConfidential)] = "Amounts are confidential",
        [nameof(InvestmentProject.Delivery)] = "Delivery model", [nameof(InvestmentProject.SupportNote)] = "Support", [nameof(FundingLine.IsPrivate)] = "Private money", ["FundingSource"] = "Source",
        [nameof(InvestmentProject.Readiness)] = "Readiness for the next gate, per cent",
    };

    /// <summary>Names of members are unambiguous within a field, so that the first of its enumerations that knows one has the words.</summary>
    private static readonly Dictionary<string, Func<string, string?>[]> Members = new()
    {
        [nameof(Plan.Status)] = [Of<PlanStatus>(Words.Of), Of<ActionStatus>(Words.Of), Of<FundingStatus>(Words.Of)],
        [nameof(SectionScore.Section)] = [Of<PlanSection>(Words.Of)], [nameof(PlanAction.Strategy)] = [Of<RStrategy>(Words.Of)], ["EffectKind"] = [Of<EffectKind>(Words.Of)],
        [nameof(InvestmentProject.Stage)] = [Of<ProjectStage>(Words.Of)], [nameof(InvestmentProject.Category)] = [Of<CircularCategory>(Words.Of)],
        [nameof(InvestmentProject.Delivery)] = [Of<DeliveryModel>(Words.Of)], [nameof(InvestmentProject.Permits)] = [Of<PermitStatus>(Words.Of)],
        [nameof(InvestmentProject.Revenue)] = [Of<RevenueModel>(Words.Of)], ["FundingSource"] = [Of<FundingSource>(Words.Of)], [nameof(FundingLine.Instrument)] = [Of<FundingInstrument>(Words.Of)],
    };

    private static readonly string[] First =
        [nameof(PlanAction.Number), nameof(Plan.Title), nameof(InvestmentProject.Name), nameof(SectionScore.Section), nameof(SectionScore.Score), nameof(Plan.Status), nameof(InvestmentProject.Stage)];

    public static readonly IReadOnlySet<string> Amounts = new HashSet<string>
    {
        nameof(Plan.Budget), nameof(InvestmentProject.Capex), nameof(InvestmentProject.Opex), nameof(InvestmentProject.Preparation), nameof(InvestmentProject.YearlyRevenue),
        nameof(InvestmentProject.YearlySavings), nameof(InvestmentProject.NetPresentValue), nameof(FundingLine.Amount),
    };

    public static string Noun(string noun) => Nouns.TryGetValue(noun, out var words) ? words.One : Words.OfProperty(noun);

    public static string Many(string noun) => Nouns.TryGetValue(noun, out var words) ? words.Many : Words.OfProperty(noun);

    public static string Field(string field) => Fields.GetValueOrDefault(field) ?? Words.OfProperty(field);

    public static string Value(string field, string value)
    {
        if (Members.TryGetValue(field, out var kinds))
            return kinds.Select(kind => kind(value)).FirstOrDefault(words => words is not null) ?? value;
        if (Amounts.Contains(field) && Cents().Match(value) is { Success: true } amount)
            return Words.Money(long.Parse(amount.Groups["cents"].ValueSpan, CultureInfo.InvariantCulture), amount.Groups["currency"].Value);
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Words.Of(day);
        return field switch
        {
            nameof(Plan.Language) => Languages.Names.GetValueOrDefault(value, value),
            _ => value == "true" ? "yes" : value,
        };
    }

    /// <summary>What differs, in the order in which a plan is read.</summary>
    public static ShownComparison Shown(string before, string after, IEnumerable<Domain.RowDifference> rows) =>
        new(before, after, [.. rows.OrderBy(r => Place(r.Row.Noun)).ThenBy(r => r.Row.Name, StringComparer.Ordinal).ThenBy(r => r.Row.Id)]) { Noun = Noun, Field = Field, Value = Value };

    /// <summary>What a row is called and how far it is comes first, the rest in the order of its words.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string> fields) =>
        fields.OrderBy(f => Array.IndexOf(First, f.Key) is var place && place < 0 ? First.Length : place).ThenBy(f => Field(f.Key), StringComparer.Ordinal);

    /// <summary>Where rows of a kind stand in a plan.</summary>
    public static int Place(string noun) => Nouns.Keys.TakeWhile(known => known != noun).Count();

    private static Func<string, string?> Of<T>(Func<T, string> words) where T : struct, Enum => member => Enum.TryParse<T>(member, out var known) && Enum.IsDefined(known) ? words(known) : null;

    [GeneratedRegex(@"^(?<cents>-?\d{1,18}) (?<currency>[A-Z]{3})$")]
    private static partial Regex Cents();
}
