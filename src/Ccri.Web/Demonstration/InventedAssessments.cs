using Ccri.Domain.Needs;

namespace Ccri.Web.Demonstration;

/// <summary>Assessments of territories: one of each a good year ago, a second one of most that have support of their own, and a few of territories by themselves.</summary>
internal static class InventedAssessments
{
    private static readonly string[] Weak = ["regulation", "financing", "data-and-assessment"];

    /// <returns>Those of the office, the first one first.</returns>
    public static IReadOnlyList<AssessmentRound> Make(Invention invention, Supported territory, QuestionnaireVersion version, Cast cast)
    {
        var chance = new Chance($"{territory.Slug} assessments");
        var questions = version.Questions.OrderBy(q => q.Number).ToList();
        var level = chance.From(1, territory.Tier.IndividualSupport ? 3 : 2);
        var values = questions.ToDictionary(q => q.Key, q => chance.In(5) ? (int?)null : Math.Clamp(level + chance.From(-1, 2) - (Weak.Contains(q.Key) ? 1 : 0), 0, 4));
        var rounds = new List<AssessmentRound> { Hold(invention, territory, version, RoundKind.Office, invention.Today.AddDays(-chance.From(395, 450)), values, cast.Officer.Id) };
        if (territory.Tier.IndividualSupport && chance.In(85))
        {
            values = questions.ToDictionary(q => q.Key, q => values[q.Key] is { } value ? Math.Min(value + Step(chance), Rating.Highest) : chance.In(50) ? chance.From(1, 3) : (int?)null);
            values = values.ToDictionary(v => v.Key, v => v.Value is { } value ? Math.Max(value, Rating.Lowest) : (int?)null);
            rounds.Add(Hold(invention, territory, version, RoundKind.Office, invention.Today.AddDays(-chance.From(72, 110)), values, cast.Officer.Id));
        }
        if (cast.Contacts.GetValueOrDefault(territory.Slug) is { } contact)
            Hold(invention, territory, version, RoundKind.Self, rounds[^1].On.AddDays(chance.From(12, 40)), Own(questions, values, chance), contact.Id);
        return rounds;
    }

    private static int Step(Chance chance) => chance.Below(100) switch { < 10 => -1, < 40 => 0, < 85 => 1, _ => 2 };

    /// <summary>People see their own territory otherwise than the office does; of one dimension always.</summary>
    private static Dictionary<string, int?> Own(List<Question> questions, Dictionary<string, int?> office, Chance chance)
    {
        var apart = questions[chance.Below(questions.Count)].Key;
        return office.ToDictionary(v => v.Key, v => v.Value is not { } value ? v.Value
            : v.Key == apart ? (value >= Rating.WorthATalk + 1 ? value - Rating.WorthATalk : value + Rating.WorthATalk)
            : Math.Clamp(value + chance.Below(100) switch { < 60 => 0, < 80 => 1, < 92 => -1, _ => 2 }, Rating.Lowest, Rating.Highest));
    }

    private static AssessmentRound Hold(Invention invention, Supported territory, QuestionnaireVersion version, RoundKind kind, DateOnly on, Dictionary<string, int?> values, Guid recordedBy)
    {
        var round = invention.Add(new AssessmentRound(territory.Id, version, kind, on, invention.Today));
        round.Hold(on, Invention.Say(kind == RoundKind.Self ? "the project team" : "the administration, the waste company and two companies"), Invention.Say("no territory has been assessed with these questions."), invention.Today);
        foreach (var question in version.Questions.OrderBy(q => q.Number).Where(q => values[q.Key] is not null))
        {
            round.Rate(question, values[question.Key], Invention.Say($"{Words.OfRating(values[question.Key]!.Value).ToLowerInvariant()}, as those who took part said."));
            invention.Add(round.Ratings[^1]);
        }
        round.Record(recordedBy, Invention.Afternoon(on));
        return round;
    }
}
