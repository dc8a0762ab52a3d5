using Ccri.Domain.Plans;

namespace Ccri.Domain.Tests.Plans;

public sealed class PlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Guid Territory = Guid.CreateVersion7();

    /// <summary>Which step a plan takes from which status, and where it leads.</summary>
    private static readonly Dictionary<(PlanStatus From, PlanStep Step), PlanStatus> Ways = new()
    {
        [(PlanStatus.Planned, PlanStep.Draft)] = PlanStatus.Drafting,
        [(PlanStatus.Drafting, PlanStep.SendToReview)] = PlanStatus.InReview,
        [(PlanStatus.UnderRevision, PlanStep.SendToReview)] = PlanStatus.InReview,
        [(PlanStatus.InReview, PlanStep.ReturnToAuthors)] = PlanStatus.Drafting,
        [(PlanStatus.Drafting, PlanStep.Adopt)] = PlanStatus.Adopted,
        [(PlanStatus.InReview, PlanStep.Adopt)] = PlanStatus.Adopted,
        [(PlanStatus.UnderRevision, PlanStep.Adopt)] = PlanStatus.Adopted,
        [(PlanStatus.Adopted, PlanStep.Revise)] = PlanStatus.UnderRevision,
        [(PlanStatus.Expired, PlanStep.Revise)] = PlanStatus.UnderRevision,
        [(PlanStatus.Adopted, PlanStep.Expire)] = PlanStatus.Expired,
        [(PlanStatus.UnderRevision, PlanStep.Expire)] = PlanStatus.Expired,
    };

    public static TheoryData<PlanStatus, PlanStep> Every
    {
        get
        {
            var every = new TheoryData<PlanStatus, PlanStep>();
            foreach (var status in Enum.GetValues<PlanStatus>())
                foreach (var step in Enum.GetValues<PlanStep>())
                    every.Add(status, step);
            return every;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Each_step_is_taken_or_refused_in_each_status_and_the_page_offers_just_those(PlanStatus status, PlanStep step)
    {
        var plan = In(status);

        Plan.Next(status).Contains(step).ShouldBe(Ways.ContainsKey((status, step)));
        if (Ways.TryGetValue((status, step), out var to))
        {
            Take(plan, step);
            plan.Status.ShouldBe(to);
        }
        else
        {
            Should.Throw<RuleViolationException>(() => Take(plan, step)).Message.ShouldStartWith($"The plan is {Plan.InWords(status)}. Only ");
            plan.Status.ShouldBe(status);
        }
    }

    [Fact]
    public void A_plan_in_force_whose_adoption_nobody_states_stays_adopted_through_a_review()
    {
        var plan = new Plan(Guid.NewGuid(), PlanKind.Ceap, "CEAP-ROUBAIX-9", "A published plan");
        plan.Report(PlanStatus.Adopted);
        plan.Revise();
        plan.SendToReview();
        plan.ReturnToAuthors();
        (plan.Status, plan.IsInForce).ShouldBe((PlanStatus.UnderRevision, true));
        plan.Expire();
        plan.IsInForce.ShouldBeFalse();
    }

    [Fact]
    public void A_plan_that_was_adopted_before_goes_back_from_review_under_revision()
    {
        var plan = In(PlanStatus.Planned);
        plan.Report(PlanStatus.UnderRevision, new(2020, 5, 1), "City council");
        plan.SendToReview();

        plan.ReturnToAuthors();

        (plan.Status, plan.AdoptedOn).ShouldBe((PlanStatus.UnderRevision, new(2020, 5, 1)));
    }

    [Theory]
    [InlineData(null, "City council")]
    [InlineData("2026-11-01", null)]
    [InlineData("2026-11-01", "  ")]
    public void An_adoption_without_its_day_or_its_body_is_refused(string? on, string? by)
    {
        var plan = In(PlanStatus.InReview);

        Should.Throw<RuleViolationException>(() => plan.Adopt(on is null ? null : DateOnly.Parse(on), by, Today)).Message.ShouldBe("A plan needs an adoption date and the body that adopted it.");
        plan.Status.ShouldBe(PlanStatus.InReview);
    }

    [Fact]
    public void An_adoption_is_today_at_the_latest_and_not_before_the_last_one()
    {
        var plan = In(PlanStatus.InReview);
        Should.Throw<RuleViolationException>(() => plan.Adopt(Today.AddDays(1), "City council", Today)).Message.ShouldBe("The adoption date 2026-11-23 has not come yet. Record the adoption once it has taken place.");

        plan.Adopt(Today, " City council ", Today);
        (plan.Status, plan.AdoptedOn, plan.AdoptedBy).ShouldBe((PlanStatus.Adopted, Today, "City council"));

        plan.Revise();
        Should.Throw<RuleViolationException>(() => plan.Adopt(Today.AddDays(-1), "City council", Today)).Message.ShouldStartWith("The plan was adopted on 2026-11-22 already.");
    }

    [Fact]
    public void What_is_known_of_an_adoption_is_put_right_only_where_there_was_one()
    {
        var plan = In(PlanStatus.Adopted);
        plan.CorrectAdoption(new(2024, 3, 2), "Regional government", Today);
        (plan.AdoptedOn, plan.AdoptedBy, plan.Status).ShouldBe((new(2024, 3, 2), "Regional government", PlanStatus.Adopted));
        plan.CorrectAdoption(null, null, Today);
        (plan.AdoptedOn, plan.AdoptedBy).ShouldBe((null, null)); // no source states it

        Should.Throw<RuleViolationException>(() => plan.CorrectAdoption(Today.AddDays(1), null, Today)).Message.ShouldContain("has not come yet");
        Should.Throw<RuleViolationException>(() => In(PlanStatus.Drafting).CorrectAdoption(Today, "City council", Today)).Message.ShouldBe("The plan is being drafted. Only the adoption of a plan that was adopted can be put right.");
    }

    [Theory]
    [InlineData(2024, 2026)]
    [InlineData(2024, 2024)]
    [InlineData(null, 2026)]
    [InlineData(2024, null)]
    public void Years_are_in_order_or_open(int? from, int? to)
    {
        var plan = In(PlanStatus.Planned);
        plan.Cover(from, to);
        (plan.ValidFrom, plan.ValidTo).ShouldBe((from, to));
    }

    [Theory]
    [InlineData(2026, 2024, "The last year (2024) lies before the first year (2026).")]
    [InlineData(1989, null, "1989 is no year of a plan. Please enter one between 1990 and 2100.")]
    [InlineData(null, 20226, "20226 is no year of a plan. Please enter one between 1990 and 2100.")]
    public void Years_that_cannot_be_are_refused_and_change_nothing(int? from, int? to, string sentence)
    {
        var plan = In(PlanStatus.Planned);
        plan.Cover(2024, 2026);

        Should.Throw<RuleViolationException>(() => plan.Cover(from, to)).Message.ShouldBe(sentence);
        (plan.ValidFrom, plan.ValidTo).ShouldBe((2024, 2026));
    }

    [Fact]
    public void A_budget_is_nothing_or_more_or_not_known_in_a_currency_that_we_know()
    {
        var plan = In(PlanStatus.Planned);
        plan.Cost(237_400_000_00, "eur", 2023);
        (plan.Budget, plan.Currency, plan.PriceYear).ShouldBe((237_400_000_00, "EUR", 2023));
        plan.Cost(null, null);
        (plan.Budget, plan.Currency).ShouldBe((null, "EUR"));

        Should.Throw<RuleViolationException>(() => plan.Cost(-1, "EUR")).Message.ShouldStartWith("The budget is negative.");
        Should.Throw<RuleViolationException>(() => plan.Cost(1, "XYZ")).Message.ShouldBe("“XYZ” is no currency that we know. Use a code such as EUR, NOK or SEK.");
        Should.Throw<RuleViolationException>(() => plan.Cost(1, "EUR", 1800)).Message.ShouldStartWith("1800 is no year of prices.");
    }

    [Fact]
    public void What_the_published_plan_counts_is_no_negative_number()
    {
        var plan = In(PlanStatus.Planned);
        plan.Count(5, null, 60);
        (plan.PublishedObjectives, plan.PublishedLevers, plan.PublishedActions).ShouldBe((5, null, 60));

        Should.Throw<RuleViolationException>(() => plan.Count(0, -1, 0)).Message.ShouldStartWith("A number of objectives, levers or actions is negative.");
    }

    [Fact]
    public void An_investment_plan_finances_an_action_plan_of_its_own_territory()
    {
        var (actions, investments) = (In(PlanStatus.Planned), new Plan(Territory, PlanKind.Ceip, "CEIP-X-1", "Investments"));
        investments.Finance(actions);
        investments.ActionPlanId.ShouldBe(actions.Id);

        Should.Throw<RuleViolationException>(() => actions.Finance(investments)).Message.ShouldBe("Only an investment plan finances an action plan.");
        Should.Throw<RuleViolationException>(() => investments.Finance(investments)).Message.ShouldStartWith("Choose an action plan");
        Should.Throw<RuleViolationException>(() => investments.Finance(new Plan(Guid.CreateVersion7(), PlanKind.Ceap, "CEAP-Y-1", "Elsewhere")))
            .Message.ShouldBe("That action plan belongs to another territory. Choose one of this territory.");
        investments.ActionPlanId.ShouldBe(actions.Id);
        investments.Finance(null);
        investments.ActionPlanId.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_plan_has_a_title_that_is_found_without_accents(string blank)
    {
        var plan = In(PlanStatus.Planned);
        plan.Call(" Plan d’économie circulaire ");
        (plan.Title, plan.SearchTitle).ShouldBe(("Plan d’économie circulaire", Folding.ForSearch("Plan d’économie circulaire")));

        Should.Throw<RuleViolationException>(() => plan.Call(blank)).Message.ShouldBe("The title of the plan is missing. Please enter it.");
    }

    private static Plan In(PlanStatus status)
    {
        var plan = new Plan(Territory, PlanKind.Ceap, "CEAP-X-1", "Circular X");
        plan.Report(status);
        return plan;
    }

    private static void Take(Plan plan, PlanStep step)
    {
        switch (step)
        {
            case PlanStep.Draft: plan.Draft(); break;
            case PlanStep.SendToReview: plan.SendToReview(); break;
            case PlanStep.ReturnToAuthors: plan.ReturnToAuthors(); break;
            case PlanStep.Adopt: plan.Adopt(Today, "City council", Today); break;
            case PlanStep.Revise: plan.Revise(); break;
            default: plan.Expire(); break;
        }
    }
}
