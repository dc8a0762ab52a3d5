using Ccri.Domain.Needs;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Needs;

public sealed class QuestionnaireTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_published_version_is_never_changed_and_the_next_one_begins_with_its_questions()
    {
        var first = Asking("regulation", "financing");
        first.Publish(Now);

        Refuses(() => first.Ask([new("data", "Enable", "Data", null)], null)).ShouldBe("Version 1 is published, and rounds were asked with it. Begin the next version to change it.");
        Refuses(() => first.Publish(Now)).ShouldBe("Version 1 is published already.");
        var next = first.Next();
        (next.Number, next.IsPublished, next.QuestionnaireId).ShouldBe((2, false, first.QuestionnaireId));
        next.Questions.Select(q => (q.Number, q.Key)).ShouldBe([(1, "regulation"), (2, "financing")]);
        next.Questions.Select(q => q.Id).ShouldNotContain(id => first.Questions.Any(q => q.Id == id));
        Refuses(() => next.Next()).ShouldBe("Version 2 is being edited. Publish it before there is a next one.");
    }

    [Fact]
    public void Questions_are_reworded_moved_added_and_left_out_and_keep_their_row_while_they_keep_their_key()
    {
        var version = Asking("regulation", "financing", "data");
        var kept = version.Questions.Single(q => q.Key == "data").Id;

        version.Ask([new("data", "Enable", "Data and assessment", "Who measures?"), new("skills", "Enable", "Skills", null), new("regulation", "Enable", "Regulation", null)], " Skills are new. ");

        version.Questions.OrderBy(q => q.Number).Select(q => q.Key).ShouldBe(["data", "skills", "regulation"]);
        version.Questions.Single(q => q.Key == "data").ShouldSatisfyAllConditions(q => q.Id.ShouldBe(kept), q => q.Name.ShouldBe("Data and assessment"), q => q.Text.ShouldBe("Who measures?"));
        version.Remark.ShouldBe("Skills are new.");
    }

    [Fact]
    public void Two_questions_of_one_name_or_key_and_none_at_all_are_refused()
    {
        var version = new QuestionnaireVersion(Guid.NewGuid(), 1);

        Refuses(() => version.Ask([], null)).ShouldBe("A questionnaire asks at least one question.");
        Refuses(() => version.Ask([new("a", "C", "Données", null), new("b", "C", "donnees", null)], null)).ShouldBe("Two questions are called “Données”. Give them different names.");
        Refuses(() => version.Ask([new("a", "C", "One", null), new("a", "C", "Two", null)], null)).ShouldBe("Two questions have the key “a”.");
        Refuses(() => version.Ask([.. Enumerable.Range(1, 61).Select(i => new AskedQuestion($"q{i}", "C", $"Question {i}", null))], null)).ShouldBe("A questionnaire asks at most 60 questions, not 61.");
        Refuses(() => version.Publish(Now)).ShouldBe("A questionnaire asks at least one question.");
    }

    internal static QuestionnaireVersion Asking(params string[] keys)
    {
        var version = new QuestionnaireVersion(Guid.NewGuid(), 1);
        version.Ask(keys.Select(key => new AskedQuestion(key, "Enable", key, null)), null);
        return version;
    }
}
