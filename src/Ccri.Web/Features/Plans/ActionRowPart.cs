namespace Ccri.Web.Features.Plans;

/// <summary>One row of a list of actions with what it can do.</summary>
/// <param name="Back">The list that a quick edit leads back to: "plan", or its filter.</param>
/// <param name="Undo">Of a quick edit that has just been made.</param>
/// <param name="Refusal">Why a quick edit was not made.</param>
public sealed record ActionRowPart(ActionRow Row, PlanHead Plan, string? Back, QuickEdit.Undo? Undo = null, string? Refusal = null);

/// <summary>The list on the page of the plan, and the whole one.</summary>
public sealed record ActionRowsPart(IReadOnlyList<ActionRow> Rows, PlanHead Plan, string Back, bool IsSorted = false, QuickEdit.Undo? Undo = null);
