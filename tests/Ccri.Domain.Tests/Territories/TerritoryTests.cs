using Ccri.Domain.Territories;

namespace Ccri.Domain.Tests.Territories;

public sealed class TerritoryTests
{
    [Fact]
    public void A_territory_is_renamed_without_the_blanks_around_and_found_by_the_new_name()
    {
        var territory = New();

        territory.Rename("  Møre og Romsdal ");

        (territory.Name, territory.SearchName, territory.Slug).ShouldBe(("Møre og Romsdal", "more og romsdal", "asker"));
    }

    [Fact]
    public void A_name_of_300_characters_is_the_longest()
    {
        var territory = New();

        territory.Rename(new string('ż', 300));
        territory.Name.Length.ShouldBe(300);

        Should.Throw<RuleViolationException>(() => territory.Rename(new string('ż', 301))).Message
            .ShouldBe("The name of the territory has 301 characters. Please use at most 300.");
        territory.Name.Length.ShouldBe(300);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void A_blank_name_is_refused(string? name) =>
        Should.Throw<RuleViolationException>(() => New().Rename(name!)).Message.ShouldBe("The name of the territory is missing. Please enter it.");

    [Fact]
    public void A_placeholder_gets_its_name_and_with_it_its_address()
    {
        var territory = new Territory("fellow-to-be-named-1", "Fellow to be named", isPlaceholder: true);

        territory.Identify(" Łódź ");

        (territory.Name, territory.SearchName, territory.Slug, territory.IsPlaceholder).ShouldBe(("Łódź", "lodz", "lodz", false));
        Should.Throw<RuleViolationException>(() => territory.Identify("Kraków")).Message.ShouldBe("Łódź is no placeholder: it has its name already.");
        territory.Name.ShouldBe("Łódź");
    }

    [Fact]
    public void A_placeholder_whose_name_has_no_letter_keeps_its_address()
    {
        var territory = new Territory("fellow-to-be-named-1", "Fellow to be named", isPlaceholder: true);

        territory.Identify("🎉");

        (territory.Name, territory.Slug, territory.IsPlaceholder).ShouldBe(("🎉", "fellow-to-be-named-1", false));
    }

    [Fact]
    public void A_placeholder_stays_one_when_its_name_is_refused()
    {
        var territory = new Territory("fellow-to-be-named-1", "Fellow to be named", isPlaceholder: true);

        Should.Throw<RuleViolationException>(() => territory.Identify(""));

        (territory.Name, territory.Slug, territory.IsPlaceholder).ShouldBe(("Fellow to be named", "fellow-to-be-named-1", true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_population_that_is_not_above_zero_is_refused(int people)
    {
        var territory = New();
        territory.Count(96_000);

        Should.Throw<RuleViolationException>(() => territory.Count(people)).Message.ShouldContain("above zero");
        territory.Population.ShouldBe(96_000);

        territory.Count(null);
        territory.Population.ShouldBeNull();
    }

    [Theory]
    [InlineData(60.17, 24.94)]
    [InlineData(-21.1, 55.5)] // Réunion
    [InlineData(4.0, -53.0)] // French Guiana
    public void A_territory_lies_in_Europe_or_its_outermost_regions(double north, double east)
    {
        var territory = New();
        territory.PlaceNorth(north);
        territory.PlaceEast(east);

        (territory.Latitude, territory.Longitude).ShouldBe((north, east));
    }

    [Theory]
    [InlineData(84.1)]
    [InlineData(-22.1)]
    [InlineData(6017)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_mistyped_latitude_is_refused(double degrees) =>
        Should.Throw<RuleViolationException>(() => New().PlaceNorth(degrees)).Message.ShouldEndWith("It should lie between -22 and 84 degrees north.");

    [Theory]
    [InlineData(60.1)]
    [InlineData(-64.1)]
    [InlineData(double.NaN)]
    public void A_mistyped_longitude_is_refused(double degrees) =>
        Should.Throw<RuleViolationException>(() => New().PlaceEast(degrees)).Message.ShouldEndWith("It should lie between -64 and 60 degrees east.");

    [Fact]
    public void A_territory_joins_a_cohort_once_and_another_one_beside_it()
    {
        var (territory, cohort, tier) = (New(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var participation = territory.Join(cohort, tier, new DateOnly(2022, 9, 15));

        (participation.TerritoryId, participation.CohortId, participation.TierId, participation.From, participation.To)
            .ShouldBe((territory.Id, cohort, tier, new DateOnly(2022, 9, 15), null));
        Should.Throw<RuleViolationException>(() => territory.Join(cohort, Guid.CreateVersion7(), null)).Message.ShouldBe("Asker takes part in this cohort already.");
        territory.Join(Guid.CreateVersion7(), tier, null);
        territory.Participations.Count.ShouldBe(2);
    }

    [Fact]
    public void A_territory_that_left_a_cohort_can_join_it_again()
    {
        var (territory, cohort) = (New(), Guid.CreateVersion7());
        territory.Join(cohort, Guid.CreateVersion7(), null).Last(null, new DateOnly(2024, 1, 31));

        territory.Join(cohort, Guid.CreateVersion7(), new DateOnly(2024, 2, 1));

        territory.Participations.Count.ShouldBe(2);
    }

    [Fact]
    public void A_blank_text_is_not_known_and_a_country_is_kept_in_capitals()
    {
        var territory = New();
        territory.LieIn(" el ");
        territory.CodeAs(" ");
        territory.Publish("");
        territory.Remark("  A note ");

        (territory.CountryCode, territory.NutsCode, territory.PublishedSolution, territory.Notes).ShouldBe(("EL", null, null, "A note"));
    }

    private static Territory New() => new("asker", "Asker");
}
