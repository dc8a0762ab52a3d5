using Ccri.Domain.Plans;

namespace Ccri.Domain.Tests.Plans;

public sealed class EffectTests
{
    private readonly Effect _effect = Effect.OfAction(new PlanAction(Guid.CreateVersion7(), Guid.CreateVersion7(), "1", "A hub"));

    private static string Refused(Action verb) => Should.Throw<RuleViolationException>(verb).Message;

    [Theory]
    [InlineData(EffectKind.WasteAvoided, "t a year")]
    [InlineData(EffectKind.GreenhouseGas, "t CO2e a year")]
    [InlineData(EffectKind.Jobs, "full-time equivalents")]
    [InlineData(EffectKind.ValueAdded, "EUR a year")]
    [InlineData(EffectKind.WaterSaved, "m³ a year")]
    public void The_kind_gives_the_unit_whatever_was_typed(EffectKind kind, string unit)
    {
        _effect.Tell(kind, 12.5m, "barrels", 2027, " Estimated ");
        (_effect.Unit, _effect.Amount, _effect.FromYear, _effect.Basis).ShouldBe((unit, 12.5m, 2027, "Estimated"));
    }

    [Fact]
    public void Something_else_has_a_unit_of_its_own()
    {
        _effect.Tell(EffectKind.Other, 300, " repaired devices a year ", null, null);
        _effect.Unit.ShouldBe("repaired devices a year");
        Refused(() => _effect.Tell(EffectKind.Other, 300, " ", null, null)).ShouldBe("The unit is missing. Please enter it.");
    }

    [Fact]
    public void An_amount_is_0_or_more_and_a_year_is_one_of_a_plan()
    {
        _effect.Tell(EffectKind.Jobs, 0, null, null, null);
        Refused(() => _effect.Tell(EffectKind.Jobs, -1, null, null, null)).ShouldStartWith("The amount is -1. Please enter 0 or more");
        Refused(() => _effect.Tell(EffectKind.Jobs, 1_000_000_000_000m, null, null, null)).ShouldStartWith("The amount is too large");
        Refused(() => _effect.Tell(EffectKind.Jobs, 1.2345m, null, null, null)).ShouldContain("more than three decimals");
        Refused(() => _effect.Tell(EffectKind.Jobs, 1, null, 1900, null)).ShouldBe("1900 is no year of a plan. Please enter one between 1990 and 2100.");
    }

    [Fact]
    public void It_belongs_to_an_action_or_to_an_investment_project()
    {
        _effect.ActionId.ShouldNotBeNull();
        var project = new InvestmentProject(Guid.CreateVersion7(), Guid.CreateVersion7(), "P1", "A plant");
        var effect = Effect.OfProject(project);
        (effect.ProjectId, effect.ActionId, effect.PlanId).ShouldBe((project.Id, null, project.PlanId));
    }
}
