using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Findings;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Organisations;
using Ccri.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Findings;

public abstract class FindingsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_action_of_a_financed_plan_names_its_money_or_a_project_that_pays_for_it()
    {
        var plan = await App.FinancedPlanAsync();
        await NothingAsync(FindingKind.ActionWithoutMoney, plan.Action);

        await plan.EditActionAsync(form => form with { Funding = null });
        await GoesAndComesBackAsync(FindingKind.ActionWithoutMoney, plan.Action,
            () => plan.EditActionAsync(form => form with { Funding = "LIFE" }), () => plan.EditActionAsync(form => form with { Funding = "" }));
        await plan.AddProjectAsync();
        await NothingAsync(FindingKind.ActionWithoutMoney, plan.Action);
    }

    [Fact]
    public async Task A_project_finances_an_action_that_goes_on()
    {
        var plan = await App.FinancedPlanAsync();
        var project = await plan.AddProjectAsync(with: form => form with { ActionId = null });
        await GoesAndComesBackAsync(FindingKind.MoneyWithoutAction, project,
            () => plan.EditProjectAsync(project, form => form with { ActionId = plan.Action }), () => plan.EditProjectAsync(project, form => form with { ActionId = null }));

        await plan.EditProjectAsync(project, form => form with { ActionId = plan.Action });
        await plan.EditActionAsync(form => form with { Status = ActionStatus.Dropped, Remark = "No operator was found." });

        var dropped = (await App.FindingAsync(FindingKind.MoneyWithoutAction, project)).ShouldNotBeNull();
        dropped.Why.ShouldBe("The action it finances, 1 A hub for reused materials, was dropped. Link it to another action, or stop the project.");
        dropped.Plans.Select(p => p.Code).ShouldBe([plan.Ceip, plan.Ceap]);
    }

    [Fact]
    public async Task The_same_money_in_two_projects_is_one_finding_however_many_lines_they_share()
    {
        var plan = await App.FinancedPlanAsync();
        var (one, two) = (await plan.AddProjectAsync("P1"), await plan.AddProjectAsync("P2"));
        await AddLineAsync(one, 500, "Fund for circular towns");
        var line = await AddLineAsync(two, 500, "fund for circular Towns");
        await GoesAndComesBackAsync(FindingKind.SameMoneyTwice, two,
            () => plan.EditLineAsync(two, line, form => form with { Amount = 400 }), () => plan.EditLineAsync(two, line, form => form with { Amount = 500 }));

        var before = (await App.FindingAsync(FindingKind.SameMoneyTwice, two))!.Finding.Fingerprint;
        await AddLineAsync(one, 70, null);
        await AddLineAsync(two, 70, null);

        var found = (await App.ListedAsync(FindingKind.SameMoneyTwice, two)).ShouldHaveSingleItem();
        found.Finding.Other.ShouldBe("P1 Material bank P1");
        found.Finding.Fingerprint.ShouldNotBe(before, "one more line is another fact");
    }

    [Fact]
    public async Task An_investment_begins_when_its_action_does_or_later()
    {
        var plan = await App.FinancedPlanAsync();
        await plan.EditActionAsync(form => form with { Start = "2027-05" });
        var project = await plan.AddProjectAsync(with: form => form with { Construction = new DateOnly(2027, 4, 30) });

        (await App.FindingAsync(FindingKind.InvestmentBeforeAction, project))!.Why.ShouldStartWith("It begins on 30 Apr 2027, before the action it needs, 1 A hub for reused materials, which begins in May 2027.");
        await GoesAndComesBackAsync(FindingKind.InvestmentBeforeAction, project,
            () => plan.EditProjectAsync(project, form => form with { Construction = new DateOnly(2027, 5, 1) }), () => plan.EditProjectAsync(project, form => form with { Construction = new DateOnly(2027, 4, 30) }));
    }

    [Fact]
    public async Task A_solution_follows_an_indicator_itself_or_by_an_action()
    {
        var plan = await App.FinancedPlanAsync();
        var solution = await App.NewSolutionAsync("uppsala");
        var indicator = await App.WithDatabaseAsync(db => db.Indicators.Where(i => i.Level == IndicatorLevel.Solution).OrderBy(i => i.Code).FirstAsync(Cancellation));
        await plan.EditActionAsync(form => form with { Solution = solution });
        await GoesAndComesBackAsync(FindingKind.SolutionWithoutIndicator, solution,
            () => plan.EditActionAsync(form => form with { Indicator = indicator.Id }), () => plan.EditActionAsync(form => form with { Indicator = null }));

        await App.WithDatabaseAsync(async db =>
        {
            var of = await db.Solutions.SingleAsync(s => s.Id == solution, Cancellation);
            db.IndicatorSeries.Add(new IndicatorSeries(indicator, of.TerritoryId, of));
            return await db.SaveChangesAsync(Cancellation);
        });
        await NothingAsync(FindingKind.SolutionWithoutIndicator, solution);
    }

    [Fact]
    public async Task A_stage_names_what_shows_it_and_secured_money_is_secured()
    {
        var plan = await App.FinancedPlanAsync();
        var project = await plan.AddProjectAsync(with: form => form with { Stage = ProjectStage.Concept, StageOn = Today.AddDays(-90) });
        await GoesAndComesBackAsync(FindingKind.StageWithoutEvidence, project,
            () => App.SendAsync(new ChangeStage.Command { Id = project, Stage = ProjectStage.Concept, On = Today, Evidence = "Concept paper" }),
            () => App.SendAsync(new ChangeStage.Command { Id = project, Stage = ProjectStage.PreFeasibility, On = Today.AddDays(-40) }));
        (await App.SendAsync(new GetProject.Query(plan.Ceip, project))).Stages.Select(s => (s.To, s.Evidence)).ShouldBe([(ProjectStage.PreFeasibility, null), (ProjectStage.Concept, "Concept paper")]);

        await App.SendAsync(new ChangeStage.Command { Id = project, Stage = ProjectStage.FinancingSecured, On = Today.AddDays(-20), Evidence = "Contracts" });
        (await App.FindingAsync(FindingKind.StageWithoutEvidence, project))!.Finding.Cause.ShouldBe(FindingCause.MoneyNotSecured);
        var line = await AddLineAsync(project, 1_200, null, FundingStatus.Contracted);
        await NothingAsync(FindingKind.StageWithoutEvidence, project);
        await plan.EditLineAsync(project, line, form => form with { Amount = 1_199 });
        (await App.FindingAsync(FindingKind.StageWithoutEvidence, project)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_shows_a_stage_is_never_replaced()
    {
        var plan = await App.FinancedPlanAsync();
        var project = await plan.AddProjectAsync(with: form => form with { Stage = ProjectStage.Concept, StageOn = Today.AddDays(-90), Evidence = "Concept paper" });

        (await App.RefusedAsync(new ChangeStage.Command { Id = project, Stage = ProjectStage.Concept, On = Today, Evidence = "Another paper" }))["Stage"].ShouldStartWith("The project is at that stage already.");
    }

    [Fact]
    public async Task An_accepted_finding_is_left_out_until_its_facts_change_or_somebody_takes_it_back()
    {
        var plan = await App.FinancedPlanAsync();
        await plan.EditActionAsync(form => form with { Start = "2027-05" });
        var project = await plan.AddProjectAsync(with: form => form with { Start = new DateOnly(2027, 1, 1) });
        const FindingKind Kind = FindingKind.InvestmentBeforeAction;

        await App.AcceptAsync(Kind, project);
        (await App.ListedAsync(Kind, project)).ShouldBeEmpty();
        var accepted = (await App.ListedAsync(Kind, project, ListFindings.Which.Accepted)).ShouldHaveSingleItem().Accepted.ShouldNotBeNull();
        (accepted.Reason, accepted.Who, accepted.On).ShouldBe(("It is paid for by volunteers.", "Test Officer", Today));
        await plan.EditProjectAsync(project, form => form with { Description = "Said in other words." });
        (await App.ListedAsync(Kind, project)).ShouldBeEmpty("nothing changed that led to it");

        await plan.EditProjectAsync(project, form => form with { Start = new DateOnly(2027, 2, 1) });
        (await App.ListedAsync(Kind, project)).ShouldHaveSingleItem("it is another fact now");

        await App.AcceptAsync(Kind, project);
        await App.SendByAsync(new TakeBackAcceptance.Command(Kind, project), Role.Officer);
        (await App.ListedAsync(Kind, project)).ShouldHaveSingleItem();
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendByAsync(new TakeBackAcceptance.Command(Kind, project)))).Message.ShouldStartWith("Nobody has accepted it");
    }

    [Fact]
    public async Task What_changed_or_is_gone_since_the_page_was_shown_is_not_accepted()
    {
        var plan = await App.FinancedPlanAsync();
        await plan.EditActionAsync(form => form with { Start = "2027-05" });
        var project = await plan.AddProjectAsync(with: form => form with { Start = new DateOnly(2027, 1, 1) });
        const FindingKind Kind = FindingKind.InvestmentBeforeAction;
        var shown = (await App.FindingAsync(Kind, project))!.Finding.Fingerprint;
        async Task<string> RefusalAsync() => (await Should.ThrowAsync<RuleViolationException>(() => App.AcceptAsync(Kind, project, shown))).Message;

        (await App.RefusedAsync(new AcceptFinding.Command { Kind = Kind, SubjectId = project, Fingerprint = shown }))["Reason"].ShouldStartWith("Say why it may stay as it is");
        (await App.RefusedAsync(new AcceptFinding.Command { Kind = Kind, SubjectId = project, Fingerprint = shown, Reason = "ok" }))["Reason"].ShouldStartWith("Give a reason that somebody else understands later");
        await plan.EditProjectAsync(project, form => form with { Start = new DateOnly(2027, 2, 1) });
        (await RefusalAsync()).ShouldStartWith("The facts changed since you opened this page.");
        await plan.EditProjectAsync(project, form => form with { Start = new DateOnly(2028, 1, 1) });
        (await RefusalAsync()).ShouldStartWith("There is nothing to accept any more");
        await plan.EditProjectAsync(project, form => form with { Start = new DateOnly(2027, 1, 1) });
        await App.AcceptAsync(Kind, project, shown);
        (await RefusalAsync()).ShouldStartWith("Somebody has accepted it already");
    }

    [Fact]
    public async Task Of_those_who_accept_at_once_one_does_and_the_others_are_told()
    {
        var plan = await App.FinancedPlanAsync();
        await plan.EditActionAsync(form => form with { Funding = null });
        var shown = (await App.FindingAsync(FindingKind.ActionWithoutMoney, plan.Action))!.Finding.Fingerprint;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await App.AcceptAsync(FindingKind.ActionWithoutMoney, plan.Action, shown);
                return "";
            }
            catch (RuleViolationException refused)
            {
                return refused.Message;
            }
        }));

        answers.Count(a => a.Length == 0).ShouldBe(1);
        answers.Count(a => a.StartsWith("Somebody has accepted it already", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Naming_what_shows_a_stage_keeps_its_day_and_the_page_says_so()
    {
        var plan = await App.FinancedPlanAsync();
        var reached = Today.AddDays(-90);
        var project = await plan.AddProjectAsync(with: form => form with { Stage = ProjectStage.Concept, StageOn = reached });
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync($"/plans/{plan.Ceip}/projects/{project}/stage")).ShouldContain("the day on which it was reached stays as it is");

        await App.SendAsync(new ChangeStage.Command { Id = project, Stage = ProjectStage.Concept, On = Today, Evidence = "Concept paper" });

        (await App.SendAsync(new GetProject.Query(plan.Ceip, project))).Stages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.On.ShouldBe(reached), s => s.Evidence.ShouldBe("Concept paper"));
    }

    [Fact]
    public async Task Amounts_of_a_confidential_project_lead_to_no_finding_for_who_may_not_see_them()
    {
        var plan = await App.FinancedPlanAsync();
        var (open, secret) = (await plan.AddProjectAsync("P1"), await plan.AddProjectAsync("P2", form => form with { IsConfidential = true, Stage = ProjectStage.FinancingSecured, StageOn = Today, Evidence = "Contracts" }));
        await AddLineAsync(open, 987_654, null);
        await AddLineAsync(secret, 987_654, null);

        foreach (var kind in (FindingKind[])[FindingKind.SameMoneyTwice, FindingKind.StageWithoutEvidence])
        {
            var found = (await App.FindingAsync(kind, secret, Role.Officer)).ShouldNotBeNull($"{kind}");
            $"{found.Why} {found.Finding.What} {found.Finding.Other}".ShouldNotContain("987");
            (await App.FindingAsync(kind, secret, Role.Lead)).ShouldBeNull($"{kind}");
        }
    }

    [Fact]
    public async Task A_territory_sees_its_own_findings_only_and_does_not_accept_them()
    {
        var (own, other) = (await App.FinancedPlanAsync("uppsala"), await App.FinancedPlanAsync("asker"));
        foreach (var plan in (FinancedPlan[])[own, other])
            await plan.EditActionAsync(form => form with { Funding = null });
        var (uppsala, asker) = (await App.TerritoryIdAsync("uppsala"), await App.TerritoryIdAsync("asker"));

        var seen = await App.SendAsync(new ListFindings.Query(), Role.Territory, uppsala);

        seen.Rows.ShouldContain(f => f.Finding.SubjectId == own.Action);
        seen.Rows.ShouldAllBe(f => f.Slug == "uppsala");
        (await App.SendAsync(new GetFinding.Query(FindingKind.ActionWithoutMoney, own.Action), Role.Territory, uppsala)).MayAccept.ShouldBeFalse();
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetFinding.Query(FindingKind.ActionWithoutMoney, other.Action), Role.Territory, uppsala));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new AcceptFinding.Command { Kind = FindingKind.ActionWithoutMoney, SubjectId = own.Action, Reason = "We know of it." }, Role.Territory, uppsala));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new AcceptFinding.Command { Kind = FindingKind.ActionWithoutMoney, SubjectId = own.Action, Reason = "We know of it." }, Role.Officer, asker));
    }

    [Fact]
    public async Task Findings_cost_the_same_number_of_questions_however_many_there_are()
    {
        Task<int> CostAsync() => QueryCount.OfAsync(() => App.SendAsync(new ListFindings.Query()));
        await App.SendAsync(new ListFindings.Query());
        var few = await CostAsync();
        for (var i = 0; i < 3; i++)
        {
            var plan = await App.FinancedPlanAsync(i == 0 ? "asker" : "flanders");
            for (var n = 0; n < 5; n++)
                await plan.AddProjectAsync($"P{n}", form => form with { ActionId = null });
        }

        (await CostAsync()).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(8);
    }

    private async Task GoesAndComesBackAsync(FindingKind kind, Guid subject, Func<Task> mend, Func<Task> putBack)
    {
        (await App.ListedAsync(kind, subject)).ShouldHaveSingleItem().Why.ShouldNotBeEmpty();
        await mend();
        await NothingAsync(kind, subject);
        await putBack();
        (await App.ListedAsync(kind, subject)).ShouldHaveSingleItem();
    }

    private async Task NothingAsync(FindingKind kind, Guid subject)
    {
        (await App.ListedAsync(kind, subject)).ShouldBeEmpty();
        (await App.FindingAsync(kind, subject)).ShouldBeNull();
    }

    private Task<Guid> AddLineAsync(Guid project, decimal amount, string? provider, FundingStatus status = FundingStatus.AppliedFor) =>
        App.SendAsync(InvestmentSamples.Line(project, amount, status) with { Provider = provider });
}

public sealed class FindingsOnSqlite(SqliteApp app) : FindingsTests(app), IClassFixture<SqliteApp>;

public sealed class FindingsOnPostgres(PostgresApp app) : FindingsTests(app), IClassFixture<PostgresApp>;
