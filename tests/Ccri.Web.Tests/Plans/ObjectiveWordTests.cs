using Ccri.Web.Features.Plans;

namespace Ccri.Web.Tests.Plans;

public sealed class ObjectiveWordTests
{
    [Theory]
    [InlineData(null, "objective", "Objectives", "an objective")]
    [InlineData(" Agenda ", "agenda", "Agendas", "an agenda")]
    [InlineData("Agendas", "agenda", "Agendas", "an agenda")]
    [InlineData("focus area", "focus area", "Focus areas", "a focus area")]
    [InlineData("priority", "priority", "Priorities", "a priority")]
    [InlineData("Priorities", "priority", "Priorities", "a priority")]
    [InlineData("focus", "focus", "Focuses", "a focus")]
    [InlineData("axe", "axe", "Axes", "an axe")]
    [InlineData("CE goal", "CE goal", "CE goals", "a CE goal")]
    public void What_a_plan_calls_its_objectives_stands_in_headings_and_on_buttons(string? word, string one, string heading, string withArticle)
    {
        var said = ObjectiveWord.Of(word);
        (said.One, said.Heading, said.WithArticle).ShouldBe((one, heading, withArticle));
    }
}
