using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>The files that say what is published of plans and circular systemic solutions.</summary>
internal static class PlanFiles
{
    public static RegisterFile<Plan> Plans() => new("plans", ["code"],
        [Key("code"), ReferenceTo("territories", "territory").Required, OneOf<PlanKind>("kind").Required, .. RegisterFiles.Provenance, Day("as_of"), Text("second_source_url"), Text("notes")],
    [
        new(Text("title", 300).Required, p => p.Title, (p, v) => p.Call(v!)),
        Field<Plan>.OneOf<PlanStatus>(OneOf<PlanStatus>("status").Required, p => p.Status, (p, v) => p.Report(v!.Value, p.AdoptedOn, p.AdoptedBy)),
        new(Text("summary", Plan.LongestText), p => p.Summary, (p, v) => p.Summarise(v)),
        new(Text("part_of", 300), p => p.PartOf, (p, v) => p.BePartOf(v)),
        new(Text("language", 2), p => p.Language, (p, v) => p.WriteIn(v)),
        new(Text("address"), p => p.Address, (p, v) => p.PublishAt(v)),
        Field<Plan>.Whole(Whole("valid_from", Plan.EarliestYear, Plan.LatestYear), p => p.ValidFrom, (p, v) => p.Cover(v, p.ValidTo)),
        Field<Plan>.Whole(Whole("valid_to", Plan.EarliestYear, Plan.LatestYear), p => p.ValidTo, (p, v) => p.Cover(p.ValidFrom, v)),
        Field<Plan>.Day(Day("adopted_on"), p => p.AdoptedOn, (p, v) => p.Report(p.Status, v, p.AdoptedBy)),
        new(Text("adopted_by", 300), p => p.AdoptedBy, (p, v) => p.Report(p.Status, p.AdoptedOn, v)),
        new(Amount("budget"), p => (p.Budget / 100)?.ToString(CultureInfo.InvariantCulture), (p, v) => p.Cost(Cents(v), p.Currency, p.PriceYear)),
        new(Text("currency", 3), p => p.Budget is null ? null : p.Currency, (p, v) => p.Cost(p.Budget, v, p.PriceYear)),
        new(Text("objective_word", 60), p => p.ObjectiveWord, (p, v) => p.CallObjectives(v)),
        Field<Plan>.Whole(Whole("objectives", 0, 1000), p => p.PublishedObjectives, (p, v) => p.Count(v, p.PublishedLevers, p.PublishedActions)),
        Field<Plan>.Whole(Whole("levers", 0, 1000), p => p.PublishedLevers, (p, v) => p.Count(p.PublishedObjectives, v, p.PublishedActions)),
        Field<Plan>.Whole(Whole("actions", 0, 10_000), p => p.PublishedActions, (p, v) => p.Count(p.PublishedObjectives, p.PublishedLevers, v)),
    ], (row, keys) => new Plan(keys.Id("territories", row["territory"])!.Value, Member<PlanKind>(row["kind"]), row["code"], row["title"]), p => p.Code);

    public static RegisterFile<Solution> Solutions() => new("solutions", ["code"],
        [Key("code"), ReferenceTo("territories", "territory").Required, .. RegisterFiles.Provenance, Day("as_of"), Text("second_source_url"), Text("notes")],
    [
        new(Text("title", Solution.LongestTitle).Required, s => s.Title, (s, v) => s.Call(v!)),
        new(Text("description", Solution.LongestText), s => s.Description, (s, v) => s.Describe(v)),
        new(Text("objectives", Solution.LongestText), s => s.Objectives, (s, v) => s.Aim(v)),
        Field<Solution>.Several(Column.Several("sectors"), s => s.Sectors, (s, v) => s.WorkIn(v)),
        Field<Solution>.Several(Column.Several("value_chains"), s => s.ValueChains, (s, v) => s.Span(v)),
    ], (row, keys) => new Solution(keys.Id("territories", row["territory"])!.Value, row["code"], row["title"]), s => s.Code);

    public static RegisterFile<Strand> Strands() => new("strands", ["key"],
        [Key("key"), ReferenceTo("territories", "territory").Required, ReferenceTo("solutions", "solution").Required, .. RegisterFiles.Provenance, Text("notes")],
    [
        new(Text("title", 300).Required, s => s.Title, (s, v) => s.Call(v!)),
        new(Text("description", Solution.LongestText), s => s.Description, (s, v) => s.Describe(v)),
    ], (row, keys) => new Strand(keys.Id("solutions", row["solution"])!.Value, keys.Id("territories", row["territory"])!.Value, row["title"]));

    public static RegisterFile Phases() => new HistoryFile<PhaseEntry>("solution-phases", [OneOf<Phase>("phase").Required, PartialDay("from").Required, Text("note")], solution => solution.Phases,
        (solution, row, today) => solution.Enter(Member<Phase>(row["phase"]), PartialDayOf(row["from"])!.Value, row["note"], today));

    public static RegisterFile Changes() => new HistoryFile<StateChange>("solution-changes",
        [OneOf<SolutionState>("to").Required, PartialDay("on").Required, Text("reason", Solution.LongestText).Required, Text("lesson", Solution.LongestText).Required], solution => solution.Changes,
        (solution, row, today) =>
        {
            var (on, reason, lesson) = (PartialDayOf(row["on"])!.Value, row["reason"], row["lesson"]);
            return Member<SolutionState>(row["to"]) switch
            {
                SolutionState.Paused => solution.Pause(on, reason, lesson, today),
                SolutionState.Stopped => solution.Stop(on, reason, lesson, today),
                SolutionState.Redesigned => solution.Redesign(on, reason, lesson, today),
                SolutionState.Completed => solution.Complete(on, reason, lesson, today),
                _ => solution.Resume(on, reason, lesson, today),
            };
        });

    private static long? Cents(string? wholeUnits) => wholeUnits is null ? null : long.Parse(wholeUnits, CultureInfo.InvariantCulture) * 100;
}
