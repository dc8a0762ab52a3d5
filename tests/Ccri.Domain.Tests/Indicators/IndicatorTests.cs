using Ccri.Domain.Indicators;

namespace Ccri.Domain.Tests.Indicators;

public sealed class IndicatorTests
{
    [Fact]
    public void An_indicator_needs_a_code_a_name_and_a_unit()
    {
        var indicator = new Indicator(" cei_pc020 ");

        indicator.Code.ShouldBe("cei_pc020");
        Should.Throw<RuleViolationException>(() => new Indicator("")).Message.ShouldBe("The code of the indicator is missing. Please enter it.");
        Should.Throw<RuleViolationException>(() => indicator.Call(" ")).Message.ShouldBe("The name of the indicator is missing. Please enter it.");
        Should.Throw<RuleViolationException>(() => indicator.MeasureIn("")).Message.ShouldBe("The unit is missing. Please enter it.");
    }
}
