using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>Objectives and actions of an invented action plan: done early and late, under way, late, dropped, without dates or budget.</summary>
internal static class InventedActions
{
    private static readonly string[] Rounds = ["second phase", "in the smaller municipalities", "roll-out and handbook"];
    private static readonly string[] Departments = ["Department of the environment", "Department of planning and building", "Department of economic development", "Waste and water company of the municipality"];
    private static readonly string[] Delays = ["The tender had to be repeated.", "The post of the project leader was vacant for five months.", "The permit took longer than planned.", "A partner left and had to be replaced."];
    private static readonly string[] Drops = ["The market offers it by now; public money is not needed any more.", "No operator was found in two tenders.", "Merged with another action of this plan."];
    private static readonly string[] Funds = ["Budget of the municipality", "ERDF, half of it applied for", "National programme for the circular economy", "Own budget and private partners", "LIFE, if granted"];

    /// <summary>The lengths that a page has to bear.</summary>
    private const int LongTextAt = 40, LongWordAt = 41;

    /// <param name="solutions">Of the territory, by theme.</param>
    /// <param name="indicators">By code.</param>
    public static IReadOnlyList<(PlanAction Action, string Theme)> Make(Invention invention, Place place, Plan plan, ActionPlanEntry entry,
        IReadOnlyDictionary<string, Solution> solutions, IReadOnlyDictionary<string, Guid> indicators)
    {
        var objectives = entry.Objectives.Select((title, i) => Objective(invention, place, plan, title, i + 1, isLever: false)).ToList();
        var levers = (entry.Levers ?? []).Select((title, i) => Objective(invention, place, plan, title, i + 1, isLever: true)).ToList();
        var (made, used, numbers) = (new List<(PlanAction, string)>(), new Dictionary<string, int>(), new int[objectives.Count]);
        for (var i = 0; i < entry.Actions; i++)
        {
            var chance = new Chance($"{plan.Code} action {i}");
            var theme = invention.Catalogue.Themes[entry.Themes[i % entry.Themes.Count]];
            var own = entry.OwnActions?.ElementAtOrDefault(i);
            var round = own is null ? used[theme.Key] = used.GetValueOrDefault(theme.Key, -1) + 1 : 0;
            var idea = theme.Actions[round % theme.Actions.Count];
            var objective = i % objectives.Count;
            var action = invention.Add(new PlanAction(plan.Id, place.Id, FormattableString.Invariant($"{objective + 1}.{++numbers[objective]}"),
                own?.Title ?? (round < theme.Actions.Count ? idea.Title : $"{idea.Title}: {Rounds[round / theme.Actions.Count - 1]}")));
            invention.Mark(action, place.Id);
            action.Describe(own?.Text ?? (chance.In(60) ? $"{theme.Description} This action: {char.ToLowerInvariant(idea.Title[0])}{idea.Title[1..]}." : null));
            action.Serve(objectives[objective], chance.In(50) ? [.. levers.Where(_ => chance.In(40))] : []);
            action.WorkIn(theme.Sector, chance.In(85) ? idea.Strategy : null);
            action.Measure(chance.In(60) ? indicators[theme.Indicator] : null);
            action.Contribute(chance.In(70) ? solutions.GetValueOrDefault(theme.Key) : null);
            if (i == LongTextAt)
                action.Describe(string.Concat(Enumerable.Repeat($"{theme.Description} ", 40))[..Plan.LongestText]);
            if (i == LongWordAt)
                action.Call(action.Number, string.Concat(Enumerable.Repeat("Kiertotalousyhteistyöverkosto", 11))[..300]);
            Schedule(action, plan, invention.Today, chance);
            Budget(action, place, chance);
            Fund(action, place, new Chance($"{plan.Code} funding {i}"));
            Leads(invention, action, theme, chance, i);
            Effects(invention, action, idea, chance);
            if (plan.AdoptedOn is not null)
                Happen(action, chance, invention.Today);
            if (chance.In(30) && action.Start is { } start && action.End is { } end)
                Milestones(invention, action, start, end, chance);
            made.Add((action, theme.Key));
        }
        plan.Cost(made.Sum(m => m.Item1.Budget ?? 0), place.Entry.Currency, invention.Today.Year);
        plan.Count(objectives.Count, levers.Count == 0 ? null : levers.Count, entry.Actions);
        return made;
    }

    private static Objective Objective(Invention invention, Place place, Plan plan, string title, int number, bool isLever)
    {
        var objective = invention.Add(new Objective(plan.Id, place.Id, title, isLever));
        objective.Place(number);
        if (!isLever)
        {
            var first = invention.Add(Lead.OfObjective(objective, null, Invention.Office, Sector.Public, false, []));
            if (number % 2 == 1)
                invention.Add(Lead.OfObjective(objective, null, "Association of local business", Sector.Private, false, [first]));
        }
        return objective;
    }

    /// <summary>Of a plan that nobody has adopted yet the actions lie ahead.</summary>
    private static void Schedule(PlanAction action, Plan plan, DateOnly today, Chance chance)
    {
        if (chance.In(6))
            return;
        var months = (plan.ValidTo!.Value - plan.ValidFrom!.Value + 1) * 12;
        var (first, soon) = (new DateOnly(plan.ValidFrom.Value, 1, 1), today.AddDays(1 - today.Day).AddMonths(2));
        var start = (plan.AdoptedOn is null && first < soon ? soon : first).AddMonths(chance.Below(months * 6 / 10)); // most begin early: that is where there is something to see
        action.Run(start, chance.In(5) ? null : start.AddMonths(chance.From(4, 26)).AddDays(-1));
    }

    private static void Budget(PlanAction action, Place place, Chance chance)
    {
        if (chance.In(22))
            return;
        var euros = chance.In(70) ? chance.From(4, 90) * 5_000L : chance.From(10, 60) * 100_000L;
        action.Cost(euros * 100 * Currencies.Scale(place.Entry.Currency), place.Entry.Currency, chance.In(75) ? chance.Of(Funds) : null);
    }

    /// <summary>Of most actions it is known where the money comes from, also while nobody knows how much: those without are found by the checks.</summary>
    private static void Fund(PlanAction action, Place place, Chance chance)
    {
        if (action.Funding is null && chance.In(80))
            action.Cost(action.Budget, place.Entry.Currency, chance.Of(Funds));
    }

    private static void Leads(Invention invention, PlanAction action, Theme theme, Chance chance, int index)
    {
        if (chance.In(4))
            return; // nobody leads it yet
        var leads = new List<Lead>();
        leads.Add(invention.Add(Lead.OfAction(action, null, index % 3 == 0 ? Invention.Office : chance.Of(Departments), Sector.Public, false, leads)));
        if (chance.In(40))
            leads.Add(invention.Add(Lead.OfAction(action, null, chance.Of(theme.Companies), Sector.Private, false, leads)));
        if (chance.In(20))
            invention.Add(Lead.OfAction(action, null, "University of the region", Sector.Other, true, leads));
    }

    private static void Effects(Invention invention, PlanAction action, ActionIdea idea, Chance chance)
    {
        if (chance.In(35))
            return;
        var from = action.End?.Year;
        invention.Add(Effect.OfAction(action)).Tell(idea.Effect, idea.Amount * chance.From(6, 15) / 10m, null, from, Invention.Say(chance.In(50) ? "estimate from two comparable towns" : null));
        if (chance.In(25) && idea.Effect != EffectKind.Jobs)
            invention.Add(Effect.OfAction(action)).Tell(EffectKind.Jobs, chance.From(1, 14), null, from, Invention.Say(null));
        else if (chance.In(8))
            invention.Add(Effect.OfAction(action)).Tell(EffectKind.Other, chance.From(20, 400), "households a year", from, Invention.Say(null));
    }

    private static void Happen(PlanAction action, Chance chance, DateOnly today)
    {
        if (action.Start is not { } start || start >= today)
            return;
        var (lot, yesterday) = (chance.Below(100), today.AddDays(-1));
        if (action.End is { } end && end < today)
        {
            var isLongAgo = end < today.AddDays(-100); // nobody leaves an action open for a year after its end
            if (lot < (isLongAgo ? 92 : 55))
                action.Finish(Between(start, end.AddDays(chance.From(-75, 45)), yesterday), today);
            else if (isLongAgo)
                action.Drop(chance.Of(Drops));
            else if (lot < 84)
                Delay(action, chance, today);
            else if (lot < 91)
                action.Drop(chance.Of(Drops));
        }
        else if (lot < 10)
        {
            action.Finish(Between(start, today.AddDays(-chance.From(5, 60)), yesterday), today);
        }
        else if (lot < 80)
        {
            var whole = action.End is { } last ? last.DayNumber - start.DayNumber : 720;
            action.Progress(Math.Clamp((today.DayNumber - start.DayNumber) * 100 / whole + chance.From(-15, 12), 5, 95) / 5 * 5);
            if (action.End is { } planned && chance.In(20))
                action.Expect(planned.AddDays(chance.From(20, 160)), today);
        }
    }

    private static void Delay(PlanAction action, Chance chance, DateOnly today)
    {
        action.Progress(chance.From(6, 18) * 5);
        action.Note(chance.Of(Delays));
        if (chance.In(65))
            action.Expect(today.AddDays(chance.From(14, 220)), today);
    }

    private static DateOnly Between(DateOnly earliest, DateOnly day, DateOnly latest) => day < earliest ? earliest : day > latest ? latest : day;

    private static void Milestones(Invention invention, PlanAction action, DateOnly start, DateOnly end, Chance chance)
    {
        var days = end.DayNumber - start.DayNumber;
        foreach (var (title, part) in new[] { ("Contract is signed", 35), ("First results are published", 80) })
        {
            var milestone = invention.Add(Milestone.OfAction(action.Id, action.TerritoryId, title, start.AddDays(days * part / 100)));
            InventedMilestones.Live(invention, milestone, chance);
        }
    }
}

/// <summary>What amounts are multiplied by in another currency, and the rate they are kept with: plausible, not a day's real rate.</summary>
internal static class Currencies
{
    public static int Scale(string currency) => currency == Money.Euro ? 1 : 11;

    public static decimal? Rate(string currency) => currency switch { Money.Euro => null, "SEK" => 11.42m, _ => 11.71m };
}
