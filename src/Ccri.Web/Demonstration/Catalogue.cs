using System.Text.Json;
using System.Text.Json.Serialization;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>What the demonstration is made of: themes with their words, and which territory has what. Read from the JSON files beside this one.</summary>
internal sealed record Catalogue(IReadOnlyDictionary<string, Theme> Themes, IReadOnlyList<PlaceEntry> Places, SupportCatalogue Support, SessionCatalogue Sessions)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static Catalogue Read() => new(Read<IReadOnlyList<Theme>>("themes.json").ToDictionary(t => t.Key), Read<IReadOnlyList<PlaceEntry>>("places.json"), Read<SupportCatalogue>("support.json"), Read<SessionCatalogue>("sessions.json"));

    private static T Read<T>(string name)
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream($"demonstration/{name}")!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}

internal sealed record Theme(string Key, string Sector, IReadOnlyList<string> ValueChains, string Indicator, string Solution, string Description, string Objectives,
    IReadOnlyList<string> Strands, IReadOnlyList<ActionIdea> Actions, IReadOnlyList<ProjectIdea> Projects, IReadOnlyList<string> Milestones,
    IReadOnlyList<FactorIdea> Barriers, IReadOnlyList<FactorIdea> Levers, IReadOnlyList<string> Companies);

/// <param name="Amount">Of the effect, in the unit of its kind.</param>
internal sealed record ActionIdea(string Title, RStrategy Strategy, EffectKind Effect, decimal Amount);

/// <param name="Capex">Thousand euro.</param>
/// <param name="Opex">Thousand euro a year.</param>
internal sealed record ProjectIdea(string Name, CircularCategory Category, int Capex, int Opex, RevenueModel Revenue, DeliveryModel Delivery);

internal sealed record FactorIdea(FactorDimension Dimension, string Text, string? Response);

internal sealed record PlaceEntry(string Slug, string Language, string Body, string Currency = Money.Euro, ActionPlanEntry? ActionPlan = null, InvestmentPlanEntry? InvestmentPlan = null,
    IReadOnlyList<SolutionEntry>? Solutions = null);

/// <param name="From">First year, counted from this one.</param>
/// <param name="OwnActions">In the territory's language; they come first.</param>
internal sealed record ActionPlanEntry(PlanStatus Status, int Actions, int From, int To, IReadOnlyList<string> Themes, IReadOnlyList<string> Objectives, IReadOnlyList<string>? Levers = null,
    string? ObjectiveWord = null, string? Title = null, IReadOnlyList<OwnAction>? OwnActions = null, int Versions = 0, int Reviews = 0);

internal sealed record OwnAction(string Title, string? Text);

/// <param name="WithoutRate">How many of its projects, the last ones, are given without the rate of their currency.</param>
/// <param name="IsGrantCountedTwice">Two of its projects count on the same grant, which the checks find.</param>
/// <param name="FinancesPublished">Code of the published action plan that it finances, where the territory has no invented one.</param>
internal sealed record InvestmentPlanEntry(PlanStatus Status, int Projects, IReadOnlyList<string> Themes, int Versions = 0, int WithoutRate = 0, string? FinancesPublished = null,
    bool IsGrantCountedTwice = false);

/// <param name="Code">Of the published solution; without it, one is invented.</param>
/// <param name="Roadmaps">Versions of its roadmap; 0: it has none.</param>
internal sealed record SolutionEntry(string Theme, SolutionState State, int Roadmaps, string? Code = null);
