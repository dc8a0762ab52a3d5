using Ccri.Domain.Needs;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>Needs made from low ratings, and what became of them: merged, split, dropped; served and judged once there is support.</summary>
internal sealed class InventedNeeds(Invention invention, SupportCatalogue catalogue, Cast cast)
{
    private DateOnly Today => invention.Today;

    /// <param name="place">1, 2, 3 … in the order of the territories.</param>
    public List<NeedStory> Make(Supported territory, IReadOnlyList<AssessmentRound> rounds, int place)
    {
        var chance = new Chance($"{territory.Slug} needs");
        var stories = new List<NeedStory>();
        foreach (var (i, round) in rounds.Index())
        {
            var count = i > 0 ? 1 : territory.Tier.IndividualSupport ? chance.From(3, 4) : chance.From(1, 3);
            foreach (var rating in round.Ratings.OrderBy(r => r.Value).Where(r => stories.TrueForAll(s => s.Need.Dimension != r.Key)).Take(count).ToList())
                if (Ideas(rating.Key) is { } ideas)
                    stories.Add(Raise(territory, round, rating, ideas, stories.Count + 1, chance));
        }
        if (territory.Tier.IndividualSupport && place % 4 == 1 && stories.Count > 3)
            Merge(stories[2], stories[1]);
        if (territory.Tier.IndividualSupport && place % 4 == 2)
            stories.AddRange(Split(stories[0], stories.Count + 1, chance));
        foreach (var story in stories.Where(s => s.Fate == Fate.Over && s.Need.IsOpen))
            Drop(story, chance);
        return stories;
    }

    public NeedIdeas? Ideas(string dimension) => catalogue.Dimensions.FirstOrDefault(d => d.Key == dimension);

    /// <summary>Once the support of the year is known: most territories say what they think of it a few weeks later.</summary>
    public void Judge(NeedStory story)
    {
        var chance = new Chance($"{story.Territory.Slug} verdict {story.Need.Number}");
        if (story.ServedOn is not { } served || story.Fate is Fate.InSupport || served.AddDays(chance.From(14, 45)) is var on && on >= Today)
            return;
        var verdict = story.Fate switch { Fate.Met => NeedVerdict.Met, Fate.NotMet => NeedVerdict.NotMet, _ => NeedVerdict.Partly };
        var own = cast.Contacts.GetValueOrDefault(story.Territory.Slug);
        story.Need.Take(verdict, isServed: true);
        invention.Add(NeedStep.OfVerdict(story.Need, verdict, on, Invention.Say(catalogue.Verdicts[verdict]), own is null, (own ?? cast.Officer).Id, Invention.Afternoon(on), Today));
    }

    private NeedStory Raise(Supported territory, AssessmentRound round, Rating rating, NeedIdeas ideas, int number, Chance chance)
    {
        var need = invention.Add(new Need(territory.Id, number, rating.Key, Invention.Say(chance.Of(ideas.Needs)), round.On));
        need.Describe(need.Dimension, need.Statement, Invention.Say($"rated {rating.Value} of {Rating.Highest} in the assessment."));
        need.Weigh(Math.Clamp(Rating.Highest - rating.Value, Need.Lowest, Need.Highest), chance.From(2, Need.Highest));
        need.Want(chance.In(60) ? chance.Of(Enum.GetValues<Phase>()) : null, ideas.Wanted);
        need.ComeFrom(round);
        invention.Add(new NeedStep(need, NeedStepKind.Raised, round.On, null, cast.Officer.Id, Invention.Afternoon(round.On)));
        return new NeedStory(need, territory, round.On, FateOf(chance.Below(100)));
    }

    private static Fate FateOf(int lot) => lot switch { < 30 => Fate.Met, < 48 => Fate.Partly, < 58 => Fate.NotMet, < 74 => Fate.InSupport, < 88 => Fate.Open, _ => Fate.Over };

    private void Merge(NeedStory one, NeedStory into)
    {
        var on = one.Since.AddDays(40);
        if (into.Fate == Fate.Over)
            into.Fate = Fate.Partly;
        one.Fate = Fate.Over;
        var reason = Invention.Say("both ask for the same, and one activity serves them.");
        one.Need.MergeInto(into.Need, reason);
        invention.Add(NeedStep.With(one.Need, NeedStepKind.Merged, into.Need, on, reason, cast.Second.Id, Invention.Afternoon(on)));
        invention.Add(NeedStep.With(into.Need, NeedStepKind.TookOver, one.Need, on, reason, cast.Second.Id, Invention.Afternoon(on)));
    }

    /// <summary>Before anything served it.</summary>
    private List<NeedStory> Split(NeedStory whole, int number, Chance chance)
    {
        var (on, ideas, reason) = (whole.Since.AddDays(30), Ideas(whole.Need.Dimension)!, Invention.Say("two different teams would have to help."));
        string[] statements = [whole.Need.Statement, Invention.Say($"apart from that, {ideas.Needs.First(n => Invention.Say(n) != whole.Need.Statement)}")];
        var parts = statements.Select((statement, i) => invention.Add(whole.Need.Split(number + i, whole.Need.Dimension, statement))).ToList();
        foreach (var part in parts)
        {
            invention.Add(NeedStep.With(part, NeedStepKind.Split, whole.Need, on, reason, cast.Second.Id, Invention.Afternoon(on)));
            invention.Add(NeedStep.With(whole.Need, NeedStepKind.Split, part, on, reason, cast.Second.Id, Invention.Afternoon(on)));
        }
        var said = Invention.Say($"split into {string.Join(" and ", parts.Select(p => $"need {p.Number}"))}.");
        whole.Need.Drop(said);
        invention.Add(new NeedStep(whole.Need, NeedStepKind.Dropped, on, said, cast.Second.Id, Invention.Afternoon(on)));
        var fate = whole.Fate;
        whole.Fate = Fate.Over;
        return [new NeedStory(parts[0], whole.Territory, on, fate), new NeedStory(parts[1], whole.Territory, on, chance.In(50) ? Fate.InSupport : Fate.Open)];
    }

    private void Drop(NeedStory story, Chance chance)
    {
        var (on, reason) = (story.Since.AddDays(chance.From(30, 65)), Invention.Say(chance.Of(catalogue.Drops)));
        story.Need.Drop(reason);
        invention.Add(new NeedStep(story.Need, NeedStepKind.Dropped, on, reason, cast.Officer.Id, Invention.Afternoon(on)));
    }
}
