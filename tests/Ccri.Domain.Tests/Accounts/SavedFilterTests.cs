using Ccri.Domain.Accounts;

namespace Ccri.Domain.Tests.Accounts;

public sealed class SavedFilterTests
{
    [Fact]
    public void A_view_has_a_name_a_list_and_what_it_shows()
    {
        var filter = new SavedFilter(Guid.NewGuid(), "territories", "  Fellows in Łódź ", "q=%C5%81%C3%B3d%C5%BA", isShared: false);
        filter.Rename("Пловдив");
        filter.Share(true);

        (filter.List, filter.Name, filter.Query, filter.IsShared).ShouldBe(("territories", "Пловдив", "q=%C5%81%C3%B3d%C5%BA", true));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    public void A_name_that_is_not_one_line_is_refused(string name) =>
        Should.Throw<RuleViolationException>(() => new SavedFilter(Guid.NewGuid(), "territories", name, "q=a", false)).Message.ShouldContain("name of the view");

    [Fact]
    public void A_name_and_a_view_have_an_end()
    {
        Should.Throw<RuleViolationException>(() => new SavedFilter(Guid.NewGuid(), "territories", new string('x', 10_000), "q=a", false)).Message.ShouldContain("at most 60");
        Should.Throw<RuleViolationException>(() => new SavedFilter(Guid.NewGuid(), "territories", "All", new string('x', SavedFilter.LongestQuery + 1), false)).Message.ShouldContain("too long");
    }

    [Fact]
    public void Nothing_filtered_is_nothing_to_keep() =>
        Should.Throw<RuleViolationException>(() => new SavedFilter(Guid.NewGuid(), "territories", "All", "", false)).Message.ShouldContain("no view to save");
}
