using Ccri.Domain.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Plans;

public sealed class FundingTests
{
    private static readonly Func<Funding, Sum>[] Figures = [f => f.Needed, f => f.Secured, f => f.Pending, f => f.Gap, f => f.Surplus, f => f.Private, f => f.Union];

    [Fact]
    public void The_gap_is_what_it_takes_to_build_and_prepare_less_what_is_contracted_or_paid_out()
    {
        var funding = Funding.Of(Project(1_000, 200, Line(300, FundingStatus.Contracted), Line(100, FundingStatus.Disbursed), Line(500, FundingStatus.Approved), Line(70, FundingStatus.AppliedFor)));

        (funding.Needed.Cents, funding.Secured.Cents, funding.Pending.Cents, funding.Gap.Cents, funding.Surplus.Cents).ShouldBe((1_200, 400, 570, 800, 0));
    }

    [Fact]
    public void The_surplus_of_one_project_pays_for_no_other()
    {
        var plan = Funding.Of([Project(1_000, 0, Line(1_500, FundingStatus.Contracted)), Project(1_000, 0)]);

        (plan.Gap.Cents, plan.Surplus.Cents).ShouldBe((1_000, 500));
    }

    [Fact]
    public void Private_share_and_leverage_are_of_the_secured_money()
    {
        var funding = Funding.Of(Project(1_000, 0, Line(100, FundingStatus.Contracted, FundingSource.Erdf), Line(300, FundingStatus.Disbursed, FundingSource.CommercialLoan, isPrivate: true),
            Line(9_000, FundingStatus.Approved, FundingSource.Life)));

        (funding.PrivateShare, funding.Leverage).ShouldBe((0.75m, 3m));
    }

    [Fact]
    public void Without_secured_money_there_is_no_share_and_without_the_union_no_leverage()
    {
        Funding.Of(Project(1_000, 0, Line(100, FundingStatus.Approved))).PrivateShare.ShouldBeNull();
        Funding.Of(Project(1_000, 0, Line(100, FundingStatus.Contracted, FundingSource.OwnBudget))).Leverage.ShouldBeNull();
    }

    [Fact]
    public void What_is_needed_is_known_only_when_both_its_parts_are()
    {
        foreach (var project in new[] { Project(null, 200), Project(1_000, null), Project(null, null) })
        {
            var funding = Funding.Of(project);
            (funding.Needed.IsKnown, funding.Gap.IsKnown, funding.Surplus.IsKnown, funding.Secured.IsKnown).ShouldBe((false, false, false, true));
        }
    }

    [Fact]
    public void Where_a_secured_amount_is_not_known_neither_gap_nor_surplus_is()
    {
        var funding = Funding.Of(Project(1_000, 0, Line(300, FundingStatus.Contracted), Line(null, FundingStatus.Contracted)));

        (funding.Needed.IsKnown, funding.Gap.IsKnown, funding.Surplus.IsKnown).ShouldBe((true, false, false));
        funding.Secured.ShouldBe(new Sum(300, 1, 1));
    }

    [Fact]
    public void A_sum_of_nothing_is_0_and_a_sum_of_unknowns_is_not_known()
    {
        Sum.Of([]).IsKnown.ShouldBeTrue();
        Sum.Of([null, null]).IsKnown.ShouldBeFalse();
        Sum.Of([null, 5]).ShouldBe(new Sum(5, 1, 1));
    }

    [Fact]
    public void Gap_and_surplus_are_never_negative_and_of_one_project_never_both_above_0() => Prop.ForAll(Amounts.Project, project =>
    {
        var funding = Funding.Of(project);
        return funding.Gap.Cents >= 0 && funding.Surplus.Cents >= 0 && (funding.Gap.Cents == 0 || funding.Surplus.Cents == 0)
            && (!funding.Gap.IsKnown || funding.Needed.Cents + funding.Surplus.Cents == funding.Secured.Cents + funding.Gap.Cents);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Money_that_is_rejected_identified_or_merely_applied_for_moves_neither_gap_nor_surplus() => Prop.ForAll(Amounts.Project, Amounts.Cents, (project, cents) =>
    {
        var before = Funding.Of(project);
        return new[] { FundingStatus.Rejected, FundingStatus.Identified, FundingStatus.AppliedFor, FundingStatus.Approved }.All(status =>
        {
            var after = Funding.Of(project with { Lines = [.. project.Lines, Line(cents, status), Line(null, status)] });
            return (after.Gap, after.Surplus, after.Secured, after.Needed) == (before.Gap, before.Surplus, before.Secured, before.Needed);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_figures_of_a_plan_are_the_sums_of_its_projects_figures_to_the_cent() => Prop.ForAll(Amounts.Projects, projects =>
    {
        var (plan, each) = (Funding.Of(projects), projects.Select(Funding.Of).ToList());
        return Figures.All(figure => figure(plan).Cents == each.Sum(f => figure(f).Cents) && figure(plan).Counted == each.Sum(f => figure(f).Counted) && figure(plan).LeftOut == each.Sum(f => figure(f).LeftOut));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_projects_and_of_lines_changes_nothing() => Prop.ForAll(Amounts.Projects, projects =>
    {
        var turned = projects.Reverse().Select(p => p with { Lines = [.. p.Lines.Reverse()] }).ToList();
        return Funding.Of(projects) == Funding.Of(turned) && Funding.Cover(projects) == Funding.Cover(turned);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_not_known_is_counted() => Prop.ForAll(Amounts.Projects, projects =>
    {
        var plan = Funding.Of(projects);
        bool Lacks(ProjectMoney p) => p.Capex is null || p.Preparation is null;
        bool LacksSecured(ProjectMoney p) => p.Lines.Any(l => FundingLine.IsSecured(l.Status) && l.Amount is null);
        return plan.Needed.LeftOut == projects.Count(Lacks)
            && plan.Gap.LeftOut == projects.Count(p => Lacks(p) || LacksSecured(p)) && plan.Gap.LeftOut == plan.Surplus.LeftOut
            && plan.Needed.Counted + plan.Needed.LeftOut == projects.Length
            && plan.Secured.LeftOut == projects.Sum(p => p.Lines.Count(l => FundingLine.IsSecured(l.Status) && l.Amount is null));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_covered_in_talks_and_to_be_found_adds_up_to_what_is_needed() => Prop.ForAll(Amounts.Projects, projects =>
    {
        var (cover, plan) = (Funding.Cover(projects), Funding.Of(projects));
        return cover.Secured + cover.InTalks + cover.Rest == cover.Needed && cover.InTalks + cover.Rest == plan.Gap.Cents
            && cover is { Secured: >= 0, InTalks: >= 0, Rest: >= 0 } && cover.Projects == plan.Gap.Counted;
    }).QuickCheckThrowOnFailure();

    private static ProjectMoney Project(long? capex, long? preparation, params LineMoney[] lines) => new(Guid.CreateVersion7(), capex, preparation, lines);

    private static LineMoney Line(long? amount, FundingStatus status, FundingSource source = FundingSource.OwnBudget, bool isPrivate = false) => new(amount, status, source, isPrivate);
}
