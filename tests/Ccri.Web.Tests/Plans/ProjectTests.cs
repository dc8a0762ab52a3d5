using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

public abstract class ProjectTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_project_is_added_at_the_stage_it_has_reached_and_read_again_with_everything()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var (action, solution) = await App.ActionAndSolutionAsync(plan.TerritoryId);
        var id = await App.SendAsync(new CreateProject.Command
        {
            PlanCode = plan.Code, Number = "P1", Name = " Biogas ", Description = "From food waste.", Sector = "Food", Category = CircularCategory.ValueRecovery, Strategy = RStrategy.Recycle, Promoter = "Utility",
            Delivery = DeliveryModel.Concession, ActionId = action, SolutionId = solution, Trl = 7, Permits = PermitStatus.AppliedFor, Readiness = 40, NextGate = Today, Currency = "NOK", Rate = 11.5m,
            RateOn = Today, Capex = 1_150_000.5m, Opex = 0, Preparation = 115, Contingency = 12.5m, Lifetime = 25, Revenue = RevenueModel.GateFee, YearlyRevenue = 100, YearlySavings = 5,
            NetPresentValue = -3_000, ReturnRate = -1.25m, Payback = 12.5m, DiscountRate = 4, Start = new(2026, 1, 1), FinancialClose = new(2026, 6, 1), Construction = new(2026, 6, 1),
            Operation = new(2028, 1, 1), SupportNote = "Pitched.", Stage = ProjectStage.Feasibility, StageOn = new(2026, 3, 1), Evidence = "Study",
        });

        var saved = await App.DetailsAsync(plan, id);
        var facts = saved.Facts;
        (facts.Name, facts.Sector, facts.Category, facts.Strategy, facts.Promoter, facts.Delivery).ShouldBe(("Biogas", "Food", CircularCategory.ValueRecovery, RStrategy.Recycle, "Utility", DeliveryModel.Concession));
        (facts.Trl, facts.Permits, facts.Readiness, facts.NextGate, facts.Lifetime).ShouldBe((7, PermitStatus.AppliedFor, 40, Today, 25));
        (facts.Currency, facts.Rate, facts.RateOn, facts.Capex, facts.Opex, facts.Preparation).ShouldBe(("NOK", 11.5m, Today, 1_150_000.5m, 0, 115));
        facts.Rate.ToString().ShouldBe("11.5");
        (facts.Contingency, facts.YearlyRevenue, facts.YearlySavings, facts.NetPresentValue, facts.ReturnRate, facts.Payback, facts.DiscountRate).ShouldBe((12.5m, 100, 5, -3_000, -1.25m, 12.5m, 4));
        (facts.Start, facts.FinancialClose, facts.Construction, facts.Operation).ShouldBe((new(2026, 1, 1), new(2026, 6, 1), new(2026, 6, 1), new(2028, 1, 1)));
        saved.Money.ShouldSatisfyAllConditions(m => m.Capex.ShouldBe(10_000_004), m => m.Preparation.ShouldBe(1_000));
        saved.Stages.Single().ShouldBe(new GetProject.StageRow(ProjectStage.Idea, ProjectStage.Feasibility, new(2026, 3, 1), "Study"));
        (saved.Action!.Title, saved.Solution!.Title, saved.Stage).ShouldBe(("Reuse materials", "Market for used materials", ProjectStage.Feasibility));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var right = plan.Project();

        var faults = await App.RefusedAsync(right with
        {
            Number = "", Name = "", Trl = 10, Readiness = 101, Capex = -1, Opex = 0.001m, Preparation = 10_000_000_000_000m, Currency = "ABC", Rate = 0, Lifetime = 0, Contingency = 101, ReturnRate = -101,
            Payback = 1.2345m, YearlyRevenue = -1, FinancialClose = new(2026, 1, 1), Start = new(2026, 1, 2), Operation = new(2025, 1, 1), Stage = ProjectStage.Concept,
        });

        faults["Trl"].ShouldBe("The technology readiness level is between 1 and 9, not 10.");
        faults["Capex"].ShouldBe("The cost to build is negative. Please enter 0 or more, or leave it empty when it is not known.");
        faults["Currency"].ShouldBe("“ABC” is no currency that we know. Use a code such as EUR, NOK or SEK.");
        faults["Rate"].ShouldBe("The rate is 0. Enter how many units of the currency one euro was worth, a number above 0.");
        faults["RateOn"].ShouldBe("The day of the rate is missing. A rate counts only with its day.");
        faults["FinancialClose"].ShouldBe("The day of financial close (1 Jan 2026) lies before the day of start (2 Jan 2026). It should be that day or later.");
        faults["Operation"].ShouldContain("lies before the day of financial close");
        faults.Keys.ShouldBe(["Number", "Name", "Trl", "Readiness", "Lifetime", "Capex", "Opex", "Preparation", "YearlyRevenue", "Contingency", "ReturnRate", "Payback", "FinancialClose", "Operation", "Currency",
            "Rate", "RateOn", "StageOn"], ignoreOrder: true);
        (await App.RefusedAsync(right with { Currency = "EUR", Rate = 1, RateOn = Today }))["Rate"].ShouldContain("Euro needs no rate");
        (await App.RefusedAsync(right with { Currency = "NOK", RateOn = Today }))["Rate"].ShouldContain("The rate is missing");
        (await App.RefusedAsync(right with { Currency = "NOK", Rate = 11, RateOn = Today.AddDays(1) }))["RateOn"].ShouldContain("has not come yet");
        (await App.RefusedAsync(right with { Stage = ProjectStage.Concept, StageOn = Today.AddDays(1) }))["StageOn"].ShouldContain("has not come yet");
    }

    [Fact]
    public async Task A_number_is_used_once_in_a_plan_and_again_in_another()
    {
        var (plan, other) = (await App.NewInvestmentPlanAsync(), await App.NewInvestmentPlanAsync());
        await App.SendAsync(plan.Project());

        (await App.RefusedAsync(plan.Project()))["Number"].ShouldBe("The plan has a project P1 already. Give this one another number.");
        await App.SendAsync(other.Project());
        (await App.SendAsync(new GetProjectForm.Query(plan.Code))).Form.Number.ShouldBe("P2");
    }

    [Fact]
    public async Task Of_several_who_give_one_number_at_once_one_has_it_and_the_others_are_told_at_its_field()
    {
        var plan = await App.NewInvestmentPlanAsync();

        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SentenceAsync()));

        refused.Count(sentence => sentence is null).ShouldBe(1);
        refused.OfType<string>().Distinct().Single().ShouldBe("The plan has a project P1 already. Give this one another number.");

        async Task<string?> SentenceAsync()
        {
            try
            {
                await App.SendAsync(plan.Project());
                return null;
            }
            catch (FluentValidation.ValidationException refusal)
            {
                return refusal.Errors.Single(e => e.PropertyName == "Number").ErrorMessage;
            }
        }
    }

    [Fact]
    public async Task An_action_or_a_solution_of_another_territory_is_refused_at_its_field()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var (action, solution) = await App.ActionAndSolutionAsync(await App.TerritoryIdAsync("uppsala"));

        (await App.RefusedAsync(plan.Project() with { ActionId = action }))["ActionId"].ShouldBe("That action belongs to another territory. Choose one of this territory.");
        (await App.RefusedAsync(plan.Project() with { SolutionId = solution }))["SolutionId"].ShouldBe("That solution belongs to another territory. Choose one of this territory.");
        (await App.RefusedAsync(plan.Project() with { SolutionId = Guid.NewGuid() }))["SolutionId"].ShouldContain("There is no such solution any more");
        var offered = await App.SendAsync(new GetProjectForm.Query(plan.Code));
        offered.Solutions.ShouldNotContain(s => s.Id == solution);
        offered.Actions.ShouldNotContain(a => a.Id == action);
    }

    [Fact]
    public async Task Its_stage_goes_on_and_back_and_the_newest_is_told_first()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        ChangeStage.Command To(ProjectStage stage, DateOnly on, string? evidence = null) => new() { Id = id, Stage = stage, On = on, Evidence = evidence };

        await App.SendAsync(To(ProjectStage.BusinessCase, new(2026, 1, 1), "Case"));
        await App.SendAsync(To(ProjectStage.Concept, new(2026, 2, 1)));
        await App.SendAsync(To(ProjectStage.Concept, new(2026, 2, 1))); // sent once more
        (await App.RefusedAsync(To(ProjectStage.Concept, new(2026, 3, 1))))["Stage"].ShouldContain("at that stage already");
        (await App.RefusedAsync(To(ProjectStage.Stopped, Today)))["Evidence"].ShouldBe("Say why the project is stopped, in a sentence.");
        (await App.RefusedAsync(To(ProjectStage.Idea, new(2026, 1, 31))))["On"].ShouldContain("The next one cannot lie before it.");
        (await App.RefusedAsync(To(ProjectStage.Idea, Today.AddDays(1))))["On"].ShouldContain("has not come yet");
        await App.SendAsync(To(ProjectStage.Stopped, Today, "No site."));

        var saved = await App.DetailsAsync(plan, id);
        saved.Stages.Select(s => s.To).ShouldBe([ProjectStage.Stopped, ProjectStage.Concept, ProjectStage.BusinessCase]);
        saved.Stage.ShouldBe(ProjectStage.Stopped);
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_a_quick_edit_is_not()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var form = await App.FormAsync(plan, await App.SendAsync(plan.Project()));

        await App.SendAsync(new MoveGate.Command(form.Id, Today));
        await App.SendAsync(new MoveGate.Command(form.Id, Today));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Name = "Second" }));
        await App.SendAsync((await App.FormAsync(plan, form.Id)) with { Name = "Third" });

        var saved = (await App.DetailsAsync(plan, form.Id)).Facts;
        (saved.Name, saved.NextGate).ShouldBe(("Third", Today));
    }

    [Fact]
    public async Task Money_in_another_currency_counts_at_its_own_rate_and_without_one_it_is_not_known()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        await App.SendAsync(InvestmentSamples.Line(id, 1_150, FundingStatus.Contracted) with { Currency = "NOK", Rate = 11.5m, RateOn = Today });
        (await App.DetailsAsync(plan, id)).Funding.Gap.ShouldBe(new Sum(110_000, 1, 0));
        await App.SendAsync(InvestmentSamples.Line(id, 5_000, FundingStatus.Contracted) with { Currency = "SEK" });

        var saved = await App.DetailsAsync(plan, id);
        saved.Lines.Select(l => l.InEuro).ShouldBe([10_000, null], ignoreOrder: true);
        (saved.Funding.Secured, saved.Funding.Gap.IsKnown).ShouldBe((new Sum(10_000, 1, 1), false));
        var row = (await App.SendAsync(new GetInvestmentPlan.Query(plan.Code))).Rows.Single();
        row.WithoutRate.ShouldBe(["SEK"]);
    }

    [Fact]
    public async Task Wrong_funding_is_refused_at_its_field_and_the_source_says_whether_it_is_private()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        var right = InvestmentSamples.Line(id, 10, FundingStatus.Approved, FundingSource.Equity);

        (await App.RefusedAsync(new AddFundingLine.Command { ProjectId = id })).Keys.ShouldBe(["Source", "Instrument", "Status"], ignoreOrder: true);
        (await App.RefusedAsync(right with { Amount = -1 }))["Amount"].ShouldContain("is negative");
        (await App.RefusedAsync(right with { Currency = "ABC" }))["Currency"].ShouldContain("no currency that we know");
        (await App.RefusedAsync(right with { Currency = "NOK", Rate = 11 }))["RateOn"].ShouldContain("The day of the rate is missing");
        (await App.RefusedAsync(right with { Status = FundingStatus.Contracted }))["On"].ShouldBe("Enter the day since when the money is contracted or paid out.");
        (await App.RefusedAsync(right with { On = Today.AddDays(1) }))["On"].ShouldContain("has not come yet");
        await App.SendAsync(right);
        await App.SendAsync(right with { Source = FundingSource.Life });
        await App.SendAsync(right with { Source = FundingSource.OwnBudget, IsPrivate = true });
        (await App.DetailsAsync(plan, id)).Lines.Select(l => (l.Line.Source, l.Line.IsPrivate)).ShouldBe([(FundingSource.Equity, true), (FundingSource.Life, false), (FundingSource.OwnBudget, true)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_line_is_changed_and_removed_each_with_a_version_of_its_own()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        var (first, second) = (await App.SendAsync(InvestmentSamples.Line(id, 10, FundingStatus.Approved)), await App.SendAsync(InvestmentSamples.Line(id, 20, FundingStatus.Approved)));
        async Task<EditFundingLine.Command> Form(Guid line) => (await App.SendAsync(new GetFundingLineForm.Query(plan.Code, id, line))).Form;
        var (one, other) = (await Form(first), await Form(second));

        await App.SendAsync(one with { Amount = null, Status = FundingStatus.Rejected });
        await App.SendAsync(other with { Amount = 30 }); // another row: no collision
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(one with { Amount = 11 }));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new RemoveFundingLine.Command { Id = first, Version = one.Version }));
        (await App.DetailsAsync(plan, id)).Lines.Select(l => (l.Line.Amount, l.Line.Status)).ShouldBe([(30m, FundingStatus.Approved), (null, FundingStatus.Rejected)]);

        await App.SendAsync(new RemoveFundingLine.Command { Id = first, Version = (await Form(first)).Version });
        (await App.DetailsAsync(plan, id)).Lines.Single().Line.Id.ShouldBe(second);
    }

    [Fact]
    public async Task A_project_is_removed_with_what_belongs_to_it_but_not_while_money_of_it_is_secured()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project() with { Stage = ProjectStage.Concept, StageOn = Today });
        var line = await App.SendAsync(InvestmentSamples.Line(id, 10, FundingStatus.Contracted));
        RemoveProject.Command Remove(EditProject.Command form) => new() { Id = id, Version = form.Version };

        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(Remove(await App.FormAsync(plan, id))))).Message.ShouldStartWith("Money of this project is contracted or paid out");
        var saved = (await App.SendAsync(new GetFundingLineForm.Query(plan.Code, id, line))).Form;
        await App.SendAsync(saved with { Status = FundingStatus.Rejected });
        await App.SendAsync(Remove(await App.FormAsync(plan, id)));

        (await App.SendAsync(new GetInvestmentPlan.Query(plan.Code))).Rows.ShouldBeEmpty();
        (await App.WithDatabaseAsync(db => db.StageChanges.CountAsync(s => s.ProjectId == id, Cancellation))).ShouldBe(0);
        await Should.ThrowAsync<NotFoundException>(() => App.DetailsAsync(plan, id));
    }

    [Fact]
    public async Task Who_answers_for_another_territory_changes_and_sees_nothing()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        var line = await App.SendAsync(InvestmentSamples.Line(id, 10, FundingStatus.Approved));
        var form = await App.FormAsync(plan, id);
        var (own, other) = (plan.TerritoryId, await App.TerritoryIdAsync("uppsala"));

        Task Refused<T>(MediatR.IRequest<T> message) => Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(message, Role.Territory, other));
        await Refused(new GetInvestmentPlan.Query(plan.Code));
        await Refused(new ListProjects.Query(plan.Code));
        await Refused(new GetProject.Query(plan.Code, id));
        await Refused(new GetProjectForm.Query(plan.Code, id));
        await Refused(plan.Project("P2"));
        await Refused(form);
        await Refused(new ChangeStage.Command { Id = id, Stage = ProjectStage.Concept, On = Today });
        await Refused(new MoveGate.Command(id, Today));
        await Refused(new RemoveProject.Command { Id = id, Version = form.Version });
        await Refused(InvestmentSamples.Line(id, 10, FundingStatus.Approved));
        await Refused(new GetFundingLineForm.Query(plan.Code, id, line));
        await Refused(new RemoveFundingLine.Command { Id = line });
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new MoveGate.Command(id, Today), Role.Officer, other));
        await App.SendAsync(new MoveGate.Command(id, Today), Role.Territory, own);
    }
}

public sealed class ProjectsOnSqlite(SqliteApp app) : ProjectTests(app), IClassFixture<SqliteApp>;

public sealed class ProjectsOnPostgres(PostgresApp app) : ProjectTests(app), IClassFixture<PostgresApp>;
