using Ccri.Domain.Organisations;

namespace Ccri.Domain.Tests;

public sealed class EntityTests
{
    [Fact]
    public void Two_things_never_share_an_identity_and_all_are_born_with_a_version()
    {
        var things = Enumerable.Range(0, 100).Select(i => new Organisation($"Organisation {i}")).ToList();

        things.Select(t => t.Id).Distinct().Count().ShouldBe(100);
        things.ShouldAllBe(t => t.Id.Version == 7 && t.Version != Guid.Empty);
    }

    [Fact]
    public void A_required_line_is_trimmed_and_a_blank_one_is_refused_with_its_name()
    {
        new Organisation("  OVAM\t").Name.ShouldBe("OVAM");
        Should.Throw<RuleViolationException>(() => new Organisation(" \n ")).Message.ShouldBe("The name of the organisation is missing. Please enter it.");
    }

    [Fact]
    public void A_line_that_is_too_long_is_refused_with_both_numbers() =>
        Should.Throw<RuleViolationException>(() => new Organisation(new string('x', 301))).Message
            .ShouldBe("The name of the organisation has 301 characters. Please use at most 300.");
}
