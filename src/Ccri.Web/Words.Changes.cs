using System.Globalization;
using Ccri.Domain.Findings;
using Ccri.Domain.Needs;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;

namespace Ccri.Web;

/// <summary>Of what changed between two snapshots.</summary>
public static partial class Words
{
    public static string Of(ChangeNoun noun) => noun switch
    {
        ChangeNoun.Project => "Investment project",
        ChangeNoun.Assessment => "Assessment of needs",
        _ => OfProperty(noun.ToString()),
    };

    public static string Of(ChangeFigure figure) => figure switch
    {
        ChangeFigure.Score => "Section scores",
        ChangeFigure.Secured => "Secured money",
        ChangeFigure.Gap => "Still to be found",
        _ => "Value",
    };

    /// <summary>What of a thing is another, from the old to the new: "30 Jun 2026 → 14 Aug 2026, 45 days later". Of a status the page shows its marks.</summary>
    public static string Told(Change change) => change switch
    {
        { Kind: ChangeKind.Status, Was: { } was, Is: { } status } => $"{Of(was)} → {Of(status)}",
        { Kind: ChangeKind.Slipped or ChangeKind.BroughtForward, OldDay: { } old, NewDay: { } day } => $"{Of(old)} → {Of(day)}, {Plural.Of(Math.Abs(day.DayNumber - old.DayNumber), "day")} {(day > old ? "later" : "earlier")}",
        { Kind: ChangeKind.Closed, Noun: ChangeNoun.Finding, OldStep: { } kind } => $"{OfStep(change.Noun, kind)}: {OfNow(change, Of).ToLowerInvariant()}",
        { Kind: ChangeKind.New or ChangeKind.Closed } => OfNow(change, Of),
        { Kind: ChangeKind.Step } => $"{OfStep(change.Noun, change.OldStep)} → {OfStep(change.Noun, change.NewStep)}",
        { Figure: { } figure } => $"{Of(figure)}: {OfFigure(change.OldFigure, change.Unit)} → {OfFigure(change.NewFigure, change.Unit)}",
        _ => "",
    };

    /// <summary>How that stands now which is new or closed: "Expected on 14 Aug 2026", "Accepted", "Not there any more".</summary>
    /// <param name="day">How days are written there.</param>
    public static string OfNow(Change change, Func<DateOnly, string> day) => change switch
    {
        { Kind: ChangeKind.New, Noun: ChangeNoun.Action or ChangeNoun.Milestone, NewDay: { } due } => $"Expected on {day(due)}",
        { Kind: ChangeKind.New, Noun: ChangeNoun.Milestone } or { Kind: ChangeKind.New, NewStep: null } => "New",
        { Kind: ChangeKind.New, Noun: not ChangeNoun.Risk } => OfStep(change.Noun, change.NewStep),
        { NewStep: null, Noun: ChangeNoun.Finding } => "Not found any more",
        { NewStep: null } => "Not there any more",
        _ => OfStep(change.Noun, change.NewStep) + (change.NewDay is { } on ? $" on {day(on)}" : ""),
    };

    /// <summary>A stage, status, state or step by its name in a snapshot; a name of a later version stays as it is.</summary>
    public static string OfStep(ChangeNoun noun, string? step) => noun switch
    {
        _ when step is null => "None",
        ChangeNoun.Project when Enum.TryParse<ProjectStage>(step, out var stage) => Of(stage),
        ChangeNoun.Need when Enum.TryParse<NeedState>(step, out var state) => Of(state),
        ChangeNoun.Need when Enum.TryParse<NeedVerdict>(step, out var verdict) => Of(verdict),
        ChangeNoun.Assessment when DateOnly.TryParseExact(step, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var held) => $"Held on {Of(held)}",
        ChangeNoun.Finding when Enum.TryParse<FindingKind>(step, out var kind) => Of(kind),
        _ => OfProperty(step),
    };

    /// <summary>"450 t", "EUR 1,200"; "not known".</summary>
    private static string OfFigure(decimal? figure, string? unit) => (figure, unit) switch
    {
        (null, _) => "not known",
        ({ } cents, Domain.Plans.Money.Euro) => Money((long)cents),
        ({ } value, null) => Exact(value),
        ({ } value, { } of) => ExactValue(value, of),
    };
}
