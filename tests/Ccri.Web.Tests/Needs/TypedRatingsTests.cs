using Ccri.Web.Features.Needs;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ccri.Web.Tests.Needs;

public sealed class TypedRatingsTests
{
    [Fact]
    public void What_was_typed_at_a_question_that_is_asked_no_more_goes_to_the_note_rated_or_not()
    {
        var state = Typed(("gone", "4", "A survey"), ("not-rated", "", "A by-law"), ("empty", "", ""), ("kept", "2", "A fund"));

        TypedRatings.Arrange(state, ["new", "kept"]);

        state["Input.Note"]!.AttemptedValue.ShouldBe("As it was\ngone: 4. A survey\nnot-rated: A by-law");
        (state["Input.Ratings[0].Value"]!.AttemptedValue, state["Input.Ratings[1].Value"]!.AttemptedValue, state["Input.Ratings[1].Evidence"]!.AttemptedValue).ShouldBe(("", "2", "A fund"));
    }

    [Fact]
    public void What_was_typed_at_the_questions_of_the_form_stays_as_it_is()
    {
        var state = Typed(("one", "4", ""), ("two", "", "A by-law"));

        TypedRatings.Arrange(state, ["one", "two"]);

        (state["Input.Note"]!.AttemptedValue, state["Input.Ratings[1].Evidence"]!.AttemptedValue).ShouldBe(("As it was", "A by-law"));
    }

    private static ModelStateDictionary Typed(params (string Key, string Value, string Evidence)[] answers)
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("Input.Note", "As it was", "As it was");
        foreach (var (index, (key, value, evidence)) in answers.Index())
        {
            state.SetModelValue($"Input.Ratings[{index}].Key", key, key);
            state.SetModelValue($"Input.Ratings[{index}].Value", value, value);
            state.SetModelValue($"Input.Ratings[{index}].Evidence", evidence, evidence);
        }
        return state;
    }
}
