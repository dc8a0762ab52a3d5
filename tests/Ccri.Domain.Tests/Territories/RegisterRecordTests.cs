using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Territories;

public sealed class RegisterRecordTests
{
    private static readonly RegisterRecord Complete = new()
    {
        TerritoryId = Guid.CreateVersion7(), SearchName = "asker", CountryCode = "NO", Tier = "Pilot", HasIndividualSupport = true, Population = 96_000, IsPlaceholder = false,
        Participation = Confidence.High, HasLeadOrganisation = true, HasAccompanyingPartner = true, HasSolution = true, HasSectors = true,
    };

    private static readonly RegisterRecord Bare = Complete with
    {
        Population = null, Participation = null, HasLeadOrganisation = false, HasAccompanyingPartner = false, HasSolution = false, HasSectors = false,
    };

    private static readonly Arbitrary<RegisterRecord> Any =
        (from confidence in Gen.Elements<Confidence?>([null, .. Enum.GetValues<Confidence>().Select(c => (Confidence?)c)])
         from population in Gen.Elements<int?>(null, 1, 96_000)
         from yes in Gen.ArrayOf(Gen.Elements(true, false), 6)
         select Complete with
         {
             Participation = confidence, Population = population, HasIndividualSupport = yes[0], IsPlaceholder = yes[1], HasLeadOrganisation = yes[2],
             HasAccompanyingPartner = yes[3], HasSolution = yes[4], HasSectors = yes[5],
         }).ToArbitrary();

    [Fact]
    public void A_record_that_has_everything_has_no_gap()
    {
        Complete.Gaps.ShouldBeEmpty();
        Complete.Urgency.ShouldBe(0);
    }

    [Fact]
    public void A_bare_record_of_a_Pilot_lacks_everything_worst_first() => Bare.Gaps.ShouldBe(
    [
        RegisterGap.NotConfirmed, RegisterGap.NoLeadOrganisation, RegisterGap.NoAccompanyingPartner, RegisterGap.NoSolution, RegisterGap.NoPopulation, RegisterGap.NoSectors,
    ]);

    [Fact]
    public void A_tier_without_individual_support_is_not_asked_for_a_partner_or_a_solution() => (Bare with { HasIndividualSupport = false }).Gaps.ShouldBe(
    [
        RegisterGap.NotConfirmed, RegisterGap.NoLeadOrganisation, RegisterGap.NoPopulation, RegisterGap.NoSectors,
    ]);

    [Theory]
    [InlineData(Confidence.High, true)]
    [InlineData(Confidence.Medium, true)]
    [InlineData(Confidence.Inferred, false)]
    [InlineData(Confidence.Unconfirmed, false)]
    [InlineData(Confidence.Approximate, false)]
    [InlineData(Confidence.Placeholder, false)]
    [InlineData(null, false)]
    public void Only_a_source_confirms_that_a_territory_takes_part(Confidence? confidence, bool isConfirmed) =>
        (Complete with { Participation = confidence }).Gaps.Contains(RegisterGap.NotConfirmed).ShouldBe(!isConfirmed);

    [Fact]
    public void Of_a_placeholder_only_the_missing_name_is_said() =>
        Prop.ForAll(Any, record => record.IsPlaceholder ? record.Gaps.SequenceEqual([RegisterGap.NotNamed]) : !record.Gaps.Contains(RegisterGap.NotNamed)).QuickCheckThrowOnFailure();

    [Fact]
    public void Gaps_are_told_once_each_and_worst_first() =>
        Prop.ForAll(Any, record => record.Gaps.SequenceEqual(record.Gaps.Distinct().Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void A_missing_name_is_worse_than_doubt_and_doubt_than_any_number_of_small_gaps() => Prop.ForAll(Any, Any, (one, other) =>
    {
        var (worse, better) = (Rank(one), Rank(other));
        return worse <= better || one.Urgency > other.Urgency;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Among_small_gaps_one_more_is_worse() =>
        (Complete with { Population = null, HasSectors = false }).Urgency.ShouldBeGreaterThan((Complete with { HasSectors = false }).Urgency);

    private static int Rank(RegisterRecord record) => record.Gaps.Contains(RegisterGap.NotNamed) ? 2 : record.Gaps.Contains(RegisterGap.NotConfirmed) ? 1 : 0;
}
