using Ccri.Domain.Accounts;
using Ccri.Domain;
using Ccri.Web.Data;
using Ccri.Web.Demonstration;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Features.Programme;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;
using Ccri.Web.Tests.Reports;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Ccri.Web.Tests.Programme;

/// <summary>Before and after: each test has a database of its own.</summary>
public sealed class DemonstrationSiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_page_says_it_from_the_moment_it_is_filled()
    {
        await using var site = new SqliteApp();
        await site.InitializeAsync();
        using var coordinator = await site.SignedInAsync(Role.Coordinator);
        using var nobody = site.Browser();
        (await coordinator.PageAsync("/")).ShouldNotContain(HeldDemonstration.Notice);

        await site.SendAsSystemAsync(new FillDemonstration.Command()); // somebody signs in: that is no work in the register

        foreach (var address in (string[])["/", "/territories", "/territories/uppsala", "/plans/CEAP-UPPSALA-1", "/programme", "/help", "/territories/uppsala/sheet"])
            (await coordinator.PageAsync(address)).ShouldContain(HeldDemonstration.Notice, Case.Sensitive, address);
        (await nobody.PageAsync("/accounts/sign-in")).ShouldContain(HeldDemonstration.Notice);
        using var missing = await coordinator.GetAsync(new Uri("/territories/atlantis", UriKind.Relative), Cancellation);
        (await missing.TextAsync()).ShouldContain(HeldDemonstration.Notice);
    }

    [Fact]
    public async Task Each_row_of_a_download_says_it_and_an_action_and_a_milestone_show_their_source()
    {
        await using var site = new SqliteApp();
        await site.InitializeAsync();
        using var coordinator = await site.SignedInAsync(Role.Coordinator);
        (await coordinator.PageAsync("/plans.csv")).ShouldNotContain(HeldDemonstration.Notice);
        await site.SendAsSystemAsync(new FillDemonstration.Command());

        foreach (var address in (string[])["/plans.csv", "/solutions.csv", "/territories.csv", "/organisations.csv", "/programme/audit.csv", "/plans/CEAP-UPPSALA-1/actions.csv", "/plans/CEIP-UPPSALA-1/projects.csv"])
        {
            List<Fault> faults = [];
            var rows = CsvTable.Read(address, await coordinator.PageAsync(address), faults).Rows;
            rows.ShouldNotBeEmpty(address);
            rows.ShouldAllBe(row => row["Note"] == HeldDemonstration.Notice);
            faults.ShouldBeEmpty(address);
        }
        var (action, milestone) = await site.WithDatabaseAsync(async db => (
            await db.PlanActions.Where(a => db.Plans.Any(p => p.Id == a.PlanId && p.Code == "CEAP-UPPSALA-1")).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(Cancellation),
            await db.Milestones.OrderBy(m => m.Id).Select(m => m.Id).FirstAsync(Cancellation)));
        foreach (var address in (string[])[$"/plans/CEAP-UPPSALA-1/actions/{action}", $"/milestones/{milestone}"])
            (await coordinator.PageAsync(address)).ShouldContain("Source: Illustrative: invented for the demonstration", Case.Sensitive, address);
    }

    [Fact]
    public async Task A_register_in_which_somebody_has_worked_is_left_alone()
    {
        await using var site = new SqliteApp();
        await site.InitializeAsync();
        await using (var scope = site.ScopeAs(Role.Officer))
        {
            var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
            (await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation)).Count(97_000);
            await db.SaveChangesAsync(Cancellation);
        }
        var before = await site.SendAsync(new CountEverything.Query());

        var refused = await Should.ThrowAsync<RuleViolationException>(() => site.SendAsSystemAsync(new FillDemonstration.Command()));

        refused.Message.ShouldStartWith("Somebody has entered something in this database.");
        (await site.SendAsync(new CountEverything.Query())).ShouldBe(before);
    }

    [Fact]
    public async Task No_job_touches_a_database_while_it_is_being_filled()
    {
        await using var site = new SqliteApp();
        await site.InitializeAsync();
        await site.JobsHaveRunAsync();
        await site.WithDatabaseAsync(db =>
        {
            HeldDemonstration.Mark(db, new DateOnly(2026, 11, 22));
            return db.SaveChangesAsync(Cancellation);
        });
        var scheduler = await site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancellation);

        foreach (var job in Schedule.Table)
            await scheduler.TriggerJob(new JobKey(job.Name), cancellationToken: Cancellation);

        foreach (var job in Schedule.Table)
        {
            JobRun? second;
            while ((second = await site.WithDatabaseAsync(db => db.JobRuns.AsNoTracking().Where(r => r.Job == job.Name).OrderBy(r => r.Id).Skip(1).FirstOrDefaultAsync(Cancellation))) is null)
                await Task.Delay(50, Cancellation);
            second.Note.ShouldBe("Nothing was done: the demonstration is being filled, day by day of a past year", job.Name);
        }
    }

    [Fact]
    public async Task A_report_of_many_pages_says_it_on_its_cover_and_in_each_head()
    {
        using var renderer = Tools.Renderer();
        foreach (var report in (Report[])[Examples.Sheet(), new Report(Examples.Meta, HardCases.EveryKind)])
        {
            var said = PrintableReport.From(report with { Meta = report.Meta with { Notice = HeldDemonstration.Notice } });
            using var pdf = new PdfFile(await renderer.RenderAsync(new RenderJob(said, Examples.Snapshot), Cancellation));

            await pdf.ShouldBeSoundAsync();
            var pages = (await pdf.TextAsync()).TrimEnd('\f', '\n').Split('\f');
            pages.Length.ShouldBeGreaterThan(1);
            pages.ShouldAllBe(page => page.Contains(HeldDemonstration.Notice));
        }
    }
}
