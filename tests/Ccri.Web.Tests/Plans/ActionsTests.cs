using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

public abstract class ActionsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_action_is_added_with_everything_and_read_as_it_was_entered()
    {
        var code = await App.EmptyPlanAsync();
        var agenda = await App.SendAsync(new AddObjective.Command { Code = code, Number = 1, Title = "Construction" });
        var lever = await App.SendAsync(new AddObjective.Command { Code = code, Number = 2, Title = "Procurement", IsLever = true });
        var solution = await App.NewSolutionAsync("flanders");
        var indicator = await App.WithDatabaseAsync(db => db.Indicators.OrderBy(i => i.Code).Select(i => i.Id).FirstAsync(Cancellation));

        var id = await App.SendAsync(new CreateAction.Command
        {
            Code = code, Number = "3.2", Title = "Κέντρο επαναχρησιμοποίησης", Description = "Σε δύο γραμμές\nκαι μία", Objective = agenda, Levers = [lever], Sector = "Construction", Strategy = RStrategy.Reuse,
            Start = "2024-02", End = "2026-02", Budget = 1_250_000.5m, Currency = "NOK", Funding = "Own budget", Status = ActionStatus.InProgress, Percent = 40, Forecast = Today.AddDays(90), Remark = "Waits for a permit",
            Solution = solution, Indicator = indicator,
        });

        var details = await App.SendAsync(new GetAction.Query(code, id), Role.Lead);
        details.ObjectiveTitle.ShouldBe("1 Construction");
        details.Levers.ShouldBe(["2 Procurement"]);
        details.Solution!.Name.ShouldBe("A solution of a test");
        details.Indicator.ShouldNotBeNull();
        (details.Row.Budget, details.Row.Currency, details.Row.Start, details.Row.End).ShouldBe((125_000_050L, "NOK", new DateOnly(2024, 2, 1), new DateOnly(2026, 2, 28)));
        (details.Row.Status, details.Row.Percent, details.Row.Forecast, details.Row.Period).ShouldBe((ActionStatus.InProgress, 40, Today.AddDays(90), "Feb\u00a02024 to Feb\u00a02026"));
        var form = await App.FormAsync(code, id);
        (form.Start, form.End, form.Budget, form.Levers.Single()).ShouldBe(("2024-02", "2026-02", 1_250_000.5m, lever));
        await App.SendAsync(form); // saved as it is shown changes nothing
        (await App.FormAsync(code, id)).ShouldBeEquivalentTo(form with { Version = (await App.ActionAsync(id)).Version });
    }

    [Fact]
    public async Task What_is_wrong_is_refused_at_its_field()
    {
        var code = await App.EmptyPlanAsync();
        var refused = await App.RefusedAsync(new CreateAction.Command
        {
            Code = code, Start = "2026-05", End = "2026-03", Budget = -1, Currency = "XYZ", Percent = 101, Status = ActionStatus.Dropped,
        });
        refused["Number"].ShouldStartWith("Enter the number");
        refused["Title"].ShouldBe("Enter the title of the action.");
        refused["End"].ShouldBe("The end (2026-03) lies before the start (2026-05). It should be that month or later.");
        refused["Budget"].ShouldStartWith("The budget is negative.");
        refused["Currency"].ShouldBe("“XYZ” is no currency that we know. Use a code such as EUR, NOK or SEK.");
        refused["Percent"].ShouldBe("The progress is between 0 and 100 per cent, not 101.");
        refused["Remark"].ShouldBe("Say why the action is dropped, in a sentence.");

        var right = new CreateAction.Command { Code = code, Number = "1", Title = "A hub", Start = "2026-05" };
        (await App.RefusedAsync(right with { Start = "May" }))["Start"].ShouldBe("“May” is no month. Write it as year and month: 2026-03.");
        (await App.RefusedAsync(right with { Forecast = new(2026, 4, 30) }))["Forecast"].ShouldBe("The forecast (2026-04-30) lies before the start (2026-05-01).");
        (await App.RefusedAsync(right with { Status = ActionStatus.Done, DoneOn = Today.AddDays(1) }))["DoneOn"].ShouldContain("has not come yet");
        (await App.RefusedAsync(right with { Objective = Guid.CreateVersion7() })).Keys.ShouldBe(["Objective"]);
        (await App.RefusedAsync(right with { Levers = [Guid.CreateVersion7()] })).Keys.ShouldBe(["Levers"]);
        (await App.RefusedAsync(right with { Indicator = Guid.CreateVersion7() })).Keys.ShouldBe(["Indicator"]);
        (await App.SendAsync(new ListActions.Query(code))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_solution_of_another_territory_is_refused_at_its_field()
    {
        var code = await App.EmptyPlanAsync("flanders");
        var foreign = await App.NewSolutionAsync("asker");

        (await App.RefusedAsync(new CreateAction.Command { Code = code, Number = "1", Title = "A hub", Solution = foreign }))["Solution"].ShouldBe("That solution belongs to another territory. Choose one of this territory.");
        var id = await App.NewActionAsync(code);
        (await App.RefusedAsync(await App.FormAsync(code, id) with { Solution = foreign })).Keys.ShouldBe(["Solution"]);
    }

    [Fact]
    public async Task A_number_is_given_once_in_a_plan_and_again_in_another()
    {
        var (code, other) = (await App.EmptyPlanAsync(), await App.EmptyPlanAsync());
        await App.NewActionAsync(code, "3.2", "The first");
        await App.NewActionAsync(other, "3.2");
        var second = await App.NewActionAsync(code, "3.3");

        (await App.RefusedAsync(new CreateAction.Command { Code = code, Number = " 3.2 ", Title = "The second" }))["Number"].ShouldBe("Action 3.2 of this plan is “The first” already. Enter another number.");
        (await App.RefusedAsync(await App.FormAsync(code, second) with { Number = "3.2" })).Keys.ShouldBe(["Number"]);
    }

    [Fact]
    public async Task The_form_takes_an_action_through_its_states_and_back()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.NewActionAsync(code);
        async Task<PlanAction> SaveAsync(Func<EditAction.Command, EditAction.Command> change)
        {
            await App.SendAsync(change(await App.FormAsync(code, id)));
            return await App.ActionAsync(id);
        }

        (await SaveAsync(f => f with { Percent = 30 })).Status.ShouldBe(ActionStatus.InProgress);
        (await SaveAsync(f => f with { End = "2026-01", Forecast = new(2027, 1, 31) })).Forecast.ShouldBe(new DateOnly(2027, 1, 31));
        var done = await SaveAsync(f => f with { Status = ActionStatus.Done, DoneOn = new DateOnly(2026, 5, 4) });
        (done.Status, done.PercentDone, done.DoneOn, done.Forecast).ShouldBe((ActionStatus.Done, 100, new DateOnly(2026, 5, 4), null));
        var again = await SaveAsync(f => f with { Status = ActionStatus.InProgress });
        (again.Status, again.PercentDone, again.DoneOn).ShouldBe((ActionStatus.InProgress, 90, null));
        (await SaveAsync(f => f with { Status = ActionStatus.Dropped, Remark = "No money" })).Remark.ShouldBe("No money");
        (await SaveAsync(f => f with { Status = ActionStatus.Done })).DoneOn.ShouldBe(Today);
        var not = await SaveAsync(f => f with { Status = ActionStatus.NotStarted });
        (not.Status, not.PercentDone).ShouldBe((ActionStatus.NotStarted, 0));
    }

    [Fact]
    public async Task A_quick_edit_sets_one_field_and_is_undone_while_nobody_saved_since()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.NewActionAsync(code);
        await App.SendAsync(new ReportProgress.Command(id, 40));
        await App.SendAsync(new ForecastAction.Command(id, new(2027, 3, 31)));

        var undo = await App.SendAsync(new FinishAction.Command(id), Role.Officer);
        (await App.ActionAsync(id)).DoneOn.ShouldBe(Today);
        await App.SendAsync(new FinishAction.Command(id)); // once more changes nothing
        var back = new UndoQuickEdit.Command(id, undo.Version, undo.Before.Status, undo.Before.Percent, undo.Before.DoneOn, undo.Before.Forecast);
        await App.SendAsync(back);
        (await App.ActionAsync(id)).Standing().ShouldBe(new ActionProgress(ActionStatus.InProgress, 40, null, new(2027, 3, 31)));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(back));
        (await App.RefusedAsync(new ReportProgress.Command(id, 101)))["Percent"].ShouldContain("not 101");
        (await App.RefusedAsync(new ReportProgress.Command(id, null)))["Percent"].ShouldStartWith("Enter how much is done");
    }

    [Fact]
    public async Task Two_who_edit_one_row_quickly_both_win_and_a_form_that_is_stale_is_refused()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.NewActionAsync(code);
        var form = await App.FormAsync(code, id);

        await Task.WhenAll(App.SendAsync(new ReportProgress.Command(id, 60)), App.SendAsync(new ForecastAction.Command(id, new(2027, 3, 31))));
        var saved = await App.ActionAsync(id);
        (saved.PercentDone, saved.Forecast).ShouldBe((60, new DateOnly(2027, 3, 31)));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form));
    }

    [Fact]
    public async Task An_action_goes_with_what_belongs_to_it_but_not_under_an_investment()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.NewActionAsync(code);
        await App.SendAsync(new AddLead.Command { Action = id, Name = "OVAM", Sector = Sector.Public });
        await App.SendAsync(new AddEffect.Command { Action = id, Kind = EffectKind.Jobs, Amount = 12 });
        var project = await ProjectAsync(id);
        async Task<RemoveAction.Command> RemoveAsync() => new() { Id = id, Version = (await App.ActionAsync(id)).Version };

        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(await RemoveAsync()))).Message.ShouldStartWith("“A plant” is an investment for this action. Link it to another action first");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.InvestmentProjects.SingleAsync(p => p.Id == project, Cancellation)).Link(null, null);
            return await db.SaveChangesAsync(Cancellation);
        });
        await App.SendAsync(await RemoveAsync());
        (await App.WithDatabaseAsync(db => db.Leads.AnyAsync(l => l.ActionId == id, Cancellation))).ShouldBeFalse();
        (await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(a => (a.Noun == "Lead" || a.Noun == "Effect" || a.Noun == "Milestone") && a.Action == Ccri.Web.Data.AuditAction.Removed && a.Changes.Contains(id.ToString()), Cancellation))).ShouldBe(3);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetAction.Query(code, id)));
    }

    [Fact]
    public async Task An_objective_or_lever_that_actions_use_is_neither_removed_nor_turned_into_the_other()
    {
        var code = await App.EmptyPlanAsync();
        var objective = await App.SendAsync(new AddObjective.Command { Code = code, Number = 1, Title = "Construction" });
        var lever = await App.SendAsync(new AddObjective.Command { Code = code, Number = 1, Title = "Procurement", IsLever = true });
        var first = await App.SendAsync(new CreateAction.Command { Code = code, Number = "1.2", Title = "A hub", Objective = objective, Levers = [lever] });
        await App.SendAsync(new CreateAction.Command { Code = code, Number = "1.10", Title = "Another", Objective = objective });
        async Task<EditObjective.Command> ObjectiveFormAsync(Guid id) => (await App.SendAsync(new GetObjectiveForm.Query(code, id))).Form;
        async Task<RemoveObjective.Command> RemoveAsync(Guid id) => new(id, (await ObjectiveFormAsync(id)).Version);

        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(await RemoveAsync(objective)))).Message.ShouldStartWith("Actions 1.2 and 1.10 use it.");
        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(await RemoveAsync(lever)))).Message.ShouldStartWith("Action 1.2 uses it.");
        (await App.RefusedAsync(await ObjectiveFormAsync(lever) with { IsLever = false })).Keys.ShouldBe(["IsLever"]);
        (await App.RefusedAsync(await ObjectiveFormAsync(objective) with { IsLever = true, Number = 0 })).Keys.ShouldBe(["Number"]);

        await App.SendAsync(await ObjectiveFormAsync(objective) with { Title = "Building", Number = 3 });
        await App.SendAsync(await App.FormAsync(code, first) with { Levers = [] });
        await App.SendAsync(new AddLead.Command { Objective = lever, Name = "OVAM", Sector = Sector.Public });
        await App.SendAsync(await RemoveAsync(lever));
        var plan = await App.SendAsync(new GetActionPlan.Query(code));
        plan.Levers.ShouldBeEmpty();
        (plan.Objectives.Single().Title, plan.Objectives.Single().Number, plan.Objectives.Single().Counts.All).ShouldBe(("Building", 3, 2));
    }

    [Fact]
    public async Task A_second_public_lead_is_refused_at_its_field_also_when_both_come_at_once()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.NewActionAsync(code);
        var organisation = await App.OrganisationIdAsync("ACR+");
        AddLead.Command Lead(string name, bool isCoLead = false) => new() { Action = id, Name = name, Sector = Sector.Public, IsCoLead = isCoLead };

        var both = await Task.WhenAll(new[] { "OVAM", "VITO" }.Select(async name =>
        {
            try
            {
                await App.SendAsync(Lead(name));
                return true;
            }
            catch (FluentValidation.ValidationException)
            {
                return false;
            }
        }));
        both.Count(wasFirst => wasFirst).ShouldBe(1);
        (await App.RefusedAsync(Lead("A third")))["Sector"].ShouldBe("There is a public lead already. Make this one a co-lead, or change the other first.");
        (await App.RefusedAsync(Lead(" ")))["Organisation"].ShouldStartWith("Choose an organisation of the register");
        (await App.RefusedAsync(Lead("Both") with { Organisation = organisation })).Keys.ShouldBe(["Name"]);
        (await App.RefusedAsync(Lead("") with { Organisation = Guid.CreateVersion7() })).Keys.ShouldBe(["Organisation"]);
        (await App.RefusedAsync(Lead("Nobody") with { Sector = null })).Keys.ShouldBe(["Sector"]);

        var coLead = await App.SendAsync(Lead("", isCoLead: true) with { Organisation = organisation });
        var form = (await App.SendAsync(new GetLeadForm.Query(code, coLead))).Form;
        (await App.RefusedAsync(form with { IsCoLead = false })).Keys.ShouldBe(["Sector"]);
        await App.SendAsync(form with { Sector = Sector.Private, IsCoLead = false });
        var leads = (await App.SendAsync(new GetAction.Query(code, id))).Row.Leads;
        leads.Select(l => (l.Sector, l.IsCoLead)).ShouldBe([(Sector.Public, false), (Sector.Private, false)]);
        leads[1].Name.ShouldBe("ACR+");
        await App.SendAsync(new RemoveLead.Command(leads[0].Id, (await App.SendAsync(new GetLeadForm.Query(code, leads[0].Id))).Form.Version));
        await App.SendAsync(Lead("VITO"));
    }

    [Fact]
    public async Task Effects_have_their_units_and_those_of_different_units_are_never_added()
    {
        var code = await App.EmptyPlanAsync();
        var (first, second, dropped) = (await App.NewActionAsync(code, "1"), await App.NewActionAsync(code, "2"), await App.NewActionAsync(code, "3"));
        AddEffect.Command Effect(Guid action, EffectKind kind, decimal amount, string? unit = null, int? year = null) => new() { Action = action, Kind = kind, Amount = amount, Unit = unit, FromYear = year };

        (await App.RefusedAsync(Effect(first, EffectKind.Other, 3)))["Unit"].ShouldStartWith("Enter the unit");
        (await App.RefusedAsync(Effect(first, EffectKind.Jobs, -3))).Keys.ShouldBe(["Amount"]);
        (await App.RefusedAsync(Effect(first, EffectKind.Jobs, 1.2345m)))["Amount"].ShouldContain("more than three decimals");
        (await App.RefusedAsync(Effect(first, EffectKind.Jobs, 3, year: 1066))).Keys.ShouldBe(["FromYear"]);
        (await App.RefusedAsync(new AddEffect.Command { Action = first })).Keys.ShouldBe(["Kind", "Amount"], ignoreOrder: true);

        foreach (var effect in new[]
        {
            Effect(first, EffectKind.WasteAvoided, 1000.125m, year: 2027), Effect(first, EffectKind.WasteAvoided, 2, year: 2029), Effect(second, EffectKind.WasteAvoided, 0.5m), Effect(first, EffectKind.Jobs, 12),
            Effect(first, EffectKind.Other, 300, "repaired devices a year"), Effect(second, EffectKind.Other, 40, "square metres"), Effect(dropped, EffectKind.Jobs, 1000),
        })
            await App.SendAsync(effect);
        await App.SendAsync(await App.FormAsync(code, dropped) with { Status = ActionStatus.Dropped, Remark = "No money" });

        (await App.SendAsync(new GetActionPlan.Query(code))).Effects.Select(e => (e.Kind, e.Unit, e.Amount, e.Actions, e.Years)).ShouldBe(
        [
            (EffectKind.WasteAvoided, "t a year", 1002.625m, 2, "2027 to 2029"), (EffectKind.Jobs, "full-time equivalents", 12m, 1, "not stated"),
            (EffectKind.Other, "repaired devices a year", 300m, 1, "not stated"), (EffectKind.Other, "square metres", 40m, 1, "not stated"),
        ]);

        var jobs = (await App.SendAsync(new GetAction.Query(code, first))).Effects.Single(e => e.Kind == EffectKind.Jobs);
        var form = (await App.SendAsync(new GetEffectForm.Query(code, jobs.Id))).Form;
        await App.SendAsync(form with { Amount = 13, Basis = "Counted" });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new RemoveEffect.Command(jobs.Id, form.Version)));
        await App.SendAsync(new RemoveEffect.Command(jobs.Id, (await App.SendAsync(new GetEffectForm.Query(code, jobs.Id))).Form.Version));
        (await App.SendAsync(new GetAction.Query(code, first))).Effects.ShouldNotContain(e => e.Kind == EffectKind.Jobs);
    }

    [Fact]
    public async Task An_investment_project_has_effects_too()
    {
        var code = await App.EmptyPlanAsync();
        var project = await ProjectAsync(await App.NewActionAsync(code));
        var plan = await App.WithDatabaseAsync(db => (from p in db.InvestmentProjects join owner in db.Plans on p.PlanId equals owner.Id where p.Id == project select owner.Code).SingleAsync(Cancellation));

        var id = await App.SendAsync(new AddEffect.Command { Project = project, Kind = EffectKind.GreenhouseGas, Amount = 500 });
        (await App.SendAsync(new GetEffectForm.Query(plan, id))).Back.ShouldBe($"/plans/{plan}/projects/{project}");
        (await App.SendAsync(new GetActionPlan.Query(code))).Effects.ShouldBeEmpty(); // they are not the action's
    }

    [Fact]
    public async Task A_territory_changes_its_own_plan_and_reads_no_other()
    {
        var code = await App.EmptyPlanAsync("flanders");
        var id = await App.NewActionAsync(code);
        var objective = await App.SendAsync(new AddObjective.Command { Code = code, Number = 1, Title = "Construction" });
        var lead = await App.SendAsync(new AddLead.Command { Action = id, Name = "OVAM", Sector = Sector.Public });
        var effect = await App.SendAsync(new AddEffect.Command { Action = id, Kind = EffectKind.Jobs, Amount = 12 });
        var (own, other) = (await App.TerritoryIdAsync("flanders"), await App.TerritoryIdAsync("asker"));
        var form = await App.FormAsync(code, id);

        foreach (var message in (Func<Guid, Task>[])[
            t => App.SendAsync(new GetActionPlan.Query(code), Role.Territory, t), t => App.SendAsync(new ListActions.Query(code), Role.Territory, t), t => App.SendAsync(new GetAction.Query(code, id), Role.Territory, t),
            t => App.SendAsync(new GetActionForm.Query(code, id), Role.Territory, t), t => App.SendAsync(new GetLeadForm.Query(code, lead), Role.Territory, t), t => App.SendAsync(new GetEffectForm.Query(code, effect), Role.Territory, t),
            t => App.SendAsync(new GetObjectiveForm.Query(code, objective), Role.Territory, t), t => App.SendAsync(new CreateAction.Command { Code = code, Number = $"T{Guid.NewGuid():N}"[..9], Title = "Another" }, Role.Territory, t),
            t => App.SendAsync(new AddObjective.Command { Code = code, Number = 2, Title = "Another" }, Role.Territory, t), t => App.SendAsync(new AddLead.Command { Action = id, Name = "A", Sector = Sector.Other, IsCoLead = true }, Role.Territory, t),
            t => App.SendAsync(new AddEffect.Command { Action = id, Kind = EffectKind.Jobs, Amount = 1 }, Role.Territory, t), t => App.SendAsync(form with { Version = App.ActionAsync(id).Result.Version }, Role.Territory, t),
            t => App.SendAsync(new FinishAction.Command(id), Role.Territory, t), t => App.SendAsync(new RemoveLead.Command(lead, App.SendAsync(new GetLeadForm.Query(code, lead)).Result.Form.Version), Role.Territory, t)])
        {
            await Should.ThrowAsync<NotAllowedException>(() => message(other));
            await message(own);
        }
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new ReportProgress.Command(id, 10), Role.Officer, other)); // an officer of another territory
        (await App.SendAsync(new ListActions.Query(code), Role.Lead)).Plan.MayEdit.ShouldBeFalse();
    }

    /// <summary>A project of an investment plan that is for this action, and a milestone of the action.</summary>
    private async Task<Guid> ProjectAsync(Guid actionId)
    {
        var code = await App.EmptyPlanAsync(kind: PlanKind.Ceip);
        return await App.WithDatabaseAsync(async db =>
        {
            var (plan, action) = (await db.Plans.SingleAsync(p => p.Code == code, Cancellation), await db.PlanActions.SingleAsync(a => a.Id == actionId, Cancellation));
            var project = new InvestmentProject(plan.Id, plan.TerritoryId, "P1", "A plant");
            project.Link(action, null);
            db.InvestmentProjects.Add(project);
            db.Milestones.Add(Milestone.OfAction(action.Id, action.TerritoryId, "The permit", Today));
            await db.SaveChangesAsync(Cancellation);
            return project.Id;
        });
    }
}

public sealed class ActionsOnSqlite(SqliteApp app) : ActionsTests(app), IClassFixture<SqliteApp>;

public sealed class ActionsOnPostgres(PostgresApp app) : ActionsTests(app), IClassFixture<PostgresApp>;
