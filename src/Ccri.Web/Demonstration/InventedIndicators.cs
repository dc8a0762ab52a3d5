using Ccri.Domain.Indicators;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>Which indicators invented territories and solutions follow, and what of delivery is entered.</summary>
internal static class InventedIndicators
{
    private static readonly string[] OfTerritory = ["U4SSC-2", "ISO59020-OUT3", "U4SSC-3", "ISO59020-EC2", "ISO59020-IN1", "U4SSC-4", "ISO59020-EC1"];
    private static readonly string[] OfSolution = ["CSS-06", "CSS-09", "CSS-03", "CSS-10"];
    private static readonly string[] Context = ["cei_wm011", "cei_srm030"];
    private static readonly Course[] Courses = [Course.AsPlanned, Course.AsPlanned, Course.Reached, Course.AsPlanned, Course.Silent, Course.AsPlanned, Course.Behind, Course.AsPlanned, Course.AsPlanned, Course.Reached, Course.AsPlanned];

    /// <param name="indicators">By code.</param>
    public static void Make(Invention invention, Place place, IEnumerable<Solution> solutions, IReadOnlyDictionary<string, Indicator> indicators)
    {
        var chance = new Chance($"{place.Slug} indicators");
        var (turn, first) = (chance.Below(Courses.Length), chance.Below(OfTerritory.Length));
        for (var i = 0; i < 3; i++)
            InventedValues.Make(invention, indicators[OfTerritory[(first + i) % OfTerritory.Length]], place, null, Next(), isCorrected: i == 0);
        if (chance.In(50))
            InventedValues.Benchmark(invention, indicators[chance.Of(Context)], place);

        // A stopped one is measured no more, a paused one not yet, and without an action plan only the first: what is missing has to be there to be found.
        foreach (var solution in solutions.Where(s => s.State is not (SolutionState.Stopped or SolutionState.Paused)).Take(place.Entry.ActionPlan is null ? 1 : 9))
        {
            var theme = invention.Catalogue.Themes.Values.FirstOrDefault(t => solution.Sectors.Contains(t.Sector)) ?? invention.Catalogue.Themes.Values.First();
            InventedValues.Make(invention, indicators[theme.Indicator], place, solution, Next());
            if (chance.In(60))
                InventedValues.Make(invention, indicators[chance.Of(OfSolution)], place, solution, Next());
        }

        Course Next() => Courses[turn++ % Courses.Length];
    }

    /// <summary>Targets of delivery; what is held against them the system counts itself.</summary>
    public static void OfProgramme(Invention invention, IReadOnlyDictionary<string, Indicator> indicators)
    {
        var begin = new DateOnly(invention.Today.Year - 1, 1, 1);
        foreach (var (code, baseline, target) in ((string, decimal, decimal)[])[("DEL-02", 0, 30), ("DEL-06", 50, 80), ("DEL-12", 0, 60_000_000), ("DEL-03", 0, 48), ("DEL-05", 3.6m, 4.2m)])
            InventedValues.Follow(invention, indicators[code], null, null, baseline, begin, target, new DateOnly(invention.Today.Year + 1, 12, 31));
    }
}
