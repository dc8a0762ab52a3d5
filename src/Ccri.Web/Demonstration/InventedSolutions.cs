using Ccri.Domain;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>Invented solutions, and what is invented around the published ones. A published solution keeps its words and its state.</summary>
internal static class InventedSolutions
{
    /// <param name="published">By code.</param>
    public static Solution Make(Invention invention, Place place, SolutionEntry entry, Plan? plan, IReadOnlyDictionary<string, Solution> published)
    {
        var theme = invention.Catalogue.Themes[entry.Theme];
        var solution = entry.Code is { } code ? published[code] : New(invention, place, theme);
        var chance = new Chance($"{solution.Code} life");
        if (plan is { Kind: PlanKind.Ceap } && solution.PlanId is null)
            solution.BelongTo(plan);
        Phases(invention, solution, entry.State, chance);
        if (entry.Code is null)
        {
            solution.Support(place.IsHelped && entry.Roadmaps > 0); // it cannot be said of a published one that it is an invention
            States(invention, solution, entry.State);
        }
        Actors(invention, solution, theme, chance);
        Factors(invention, solution, theme, chance);
        if (place.IsHelped)
            Criteria(invention, solution, chance);
        if (entry.Roadmaps > 0)
            Roadmap(invention, solution, theme, entry, chance);
        return solution;
    }

    private static Solution New(Invention invention, Place place, Theme theme)
    {
        var solution = invention.Add(new Solution(place.Id, invention.NextCode("CSS", place.Slug), $"Illustrative: {char.ToLowerInvariant(theme.Solution[0])}{theme.Solution[1..]}"));
        invention.Mark(solution, place.Id);
        solution.Describe(theme.Description);
        solution.Aim(theme.Objectives);
        solution.WorkIn([theme.Sector]);
        solution.Span(theme.ValueChains);
        foreach (var title in theme.Strands)
            invention.Add(new Strand(solution.Id, place.Id, title));
        return solution;
    }

    private static void Phases(Invention invention, Solution solution, SolutionState state, Chance chance)
    {
        var today = invention.Today;
        if (solution.Phases.Count == 0)
        {
            Enter(Phase.Map, today.AddDays(-chance.From(1100, 1300)), DatePrecision.Quarter, null);
            Enter(Phase.Design, today.AddDays(-chance.From(700, 950)), DatePrecision.Month, null);
            if (chance.In(75) || state == SolutionState.Completed)
                Enter(Phase.Implement, today.AddDays(-chance.From(300, 500)), DatePrecision.Day, "Decision of the steering group");
        }
        if (state == SolutionState.Redesigned && solution.Phase == Phase.Implement)
        {
            Enter(Phase.Design, today.AddDays(-chance.From(230, 290) - (solution.Changes.Any(c => c.On < today.AddDays(-400)) ? 400 : 0)), DatePrecision.Month, "Back to the drawing board: supply and demand are designed together this time.");
            Enter(Phase.Implement, today.AddDays(-chance.From(30, 120)), DatePrecision.Day, "The new model starts with two partners.");
        }

        void Enter(Phase phase, DateOnly from, DatePrecision precision, string? note) =>
            invention.Mark(invention.Add(solution.Enter(phase, new PartialDate(from, precision), $"{(note is null ? "" : note + " ")}(Illustrative)", today)), solution.TerritoryId);
    }

    private static void States(Invention invention, Solution solution, SolutionState state)
    {
        var today = invention.Today;
        var change = state switch
        {
            SolutionState.Paused => solution.Pause(new PartialDate(today.AddDays(-95)), Invention.Say("the operator left; a new one is looked for."), Invention.Say("a second operator should be under contract from the start."), today),
            SolutionState.Stopped => solution.Stop(new PartialDate(today.AddDays(-210), DatePrecision.Quarter), Invention.Say("prices of the recovered material fell below the cost of recovery."), Invention.Say("the business case needs a buyer with a contract, not a market price."), today),
            SolutionState.Redesigned => solution.Redesign(new PartialDate(today.AddDays(-295), DatePrecision.Month), Invention.Say("too few users came to a place at the edge of the town."), Invention.Say("the service has to be where people pass anyway."), today),
            SolutionState.Completed => solution.Complete(new PartialDate(today.AddDays(-50)), Invention.Say("all milestones were reached; the service runs on its own."), Invention.Say("a small core of committed partners carried more than a large consortium."), today),
            _ => null,
        };
        if (change is not null)
            invention.Add(change);
    }

    private static void Actors(Invention invention, Solution solution, Theme theme, Chance chance)
    {
        Play(ActorKind.Administration, Invention.Office, "leads, decides, pays the first years");
        foreach (var company in theme.Companies.Take(chance.From(1, 3)))
            Play(ActorKind.Business, company, chance.In(60) ? "takes material, gives data" : null);
        Play(ActorKind.Research, "University of the region", "measures and evaluates");
        if (chance.In(60))
            Play(ActorKind.Finance, "Public development bank", null);
        if (chance.In(70))
            Play(ActorKind.CivilSociety, "Residents’ association", "brings in the quarter");

        void Play(ActorKind kind, string name, string? part) => invention.Add(new Actor(solution.Id, solution.TerritoryId, kind, null, name)).Play(Invention.Say(part));
    }

    private static void Factors(Invention invention, Solution solution, Theme theme, Chance chance)
    {
        foreach (var (kind, idea) in theme.Barriers.Select(b => (FactorKind.Barrier, b)).Concat(theme.Levers.Select(l => (FactorKind.Lever, l))))
        {
            var factor = invention.Add(new Factor(solution.Id, solution.TerritoryId, kind, idea.Dimension, Invention.Say(idea.Text)));
            var since = invention.Today.AddDays(-chance.From(200, 800));
            factor.Answer(idea.Response is { } response ? Invention.Say(response) : null);
            factor.Last(chance.In(85) ? since : null, chance.In(25) ? since.AddDays(chance.From(60, 190)) : null);
        }
    }

    private static void Criteria(Invention invention, Solution solution, Chance chance)
    {
        var on = invention.Today.AddDays(-chance.From(40, 200));
        foreach (var criterion in Enum.GetValues<Criterion>())
        {
            if (chance.In(12))
                continue; // not assessed yet
            var score = chance.From(0, CriterionScore.Highest);
            invention.Add(new CriterionScore(solution.Id, solution.TerritoryId, criterion)).Rate(score, Invention.Say(score == 0 ? null : "workshop with the partners, minutes of the steering group"), on);
        }
    }

    private static void Roadmap(Invention invention, Solution solution, Theme theme, SolutionEntry entry, Chance chance)
    {
        var isOver = entry.State is SolutionState.Completed or SolutionState.Stopped;
        var (first, last) = (invention.Today.AddDays(-chance.From(480, 620)), invention.Today.AddDays(isOver ? -70 : chance.From(260, 520)));
        var titles = entry.State == SolutionState.Stopped ? theme.Milestones.Take(3).ToList() : theme.Milestones;
        foreach (var (i, title) in titles.Index())
        {
            var due = first.AddDays((last.DayNumber - first.DayNumber) * i / (titles.Count - 1));
            var milestone = invention.Add(Milestone.OfSolution(solution.Id, solution.TerritoryId, title, due));
            if (entry.Code is not null)
                milestone.Describe(Invention.Source); // it stands on a page whose source is real
            InventedMilestones.Live(invention, milestone, new Chance($"{solution.Code} milestone {i}"), isOver);
        }
    }
}
