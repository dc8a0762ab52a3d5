using System.Diagnostics;
using System.Globalization;
using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Reminders;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web;
using Ccri.Web.Data;
using Ccri.Web.Features.Reminders;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Benchmarks;

/// <summary>Ten thousand milestones of two hundred territories that are due today, each to be told to its contact: planned and put into mails, and once more when nothing is left to do.</summary>
internal static class RemindersOfABenchmark
{
    private const int Milestones = 50;

    /// <param name="name">Of the territories, each with fifty milestones.</param>
    /// <returns>How many milestones are due.</returns>
    public static async Task<int> FillAsync(IServiceProvider services, string name, int territories)
    {
        var db = services.GetRequiredService<CcriDbContext>();
        var today = services.GetRequiredService<ProgrammeCalendar>().Today;
        var (cohort, tier) = (await db.Cohorts.Select(c => c.Id).FirstAsync(), await db.Tiers.Select(t => t.Id).FirstAsync());
        for (var i = 0; i < territories; i++)
        {
            var territory = new Territory($"{name}-{i}", $"Territory {name} {i}");
            territory.Join(cohort, tier, null);
            var solution = new Solution(territory.Id, $"CSS-{name.ToUpperInvariant()}-{i}", $"Solution {i}");
            db.AddRange(territory, solution, Somebody($"{name}{i}", new RoleAssignment(Role.Territory, territory.Id)));
            db.AddRange(Enumerable.Range(1, Milestones).Select(m => Milestone.OfSolution(solution.Id, territory.Id, $"Milestone {m}", today)));
        }
        if (!await db.ReminderRules.AnyAsync(r => r.Kind == ReminderKind.Milestone && r.OnSince != null))
            SwitchOn(db, today);
        db.ReminderHabits.AddRange(db.ChangeTracker.Entries<Person>().Select(p => Always(p.Entity.Id)).ToList());
        await db.SaveChangesAsync();
        return territories * Milestones;

        static Person Somebody(string name, RoleAssignment role)
        {
            var person = new Person(name, $"{name}@example.org", DateTime.UnixEpoch);
            person.Give(role);
            return person;
        }
    }

    private static void SwitchOn(CcriDbContext db, DateOnly today)
    {
        var rule = new ReminderRule(ReminderKind.Milestone, "Milestones of a benchmark");
        rule.Fall([-30, -14, -3, 0, 3, 7], DayCount.Calendar);
        rule.Tell(ReminderAudience.Owner, ReminderChannel.Both);
        rule.SwitchOn(today);
        db.Add(rule);
    }

    public static async Task<int> PlanAsync(IServiceProvider services)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var start = Stopwatch.GetTimestamp();
        var done = await mediator.Send(new PlanReminders.Command());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Note[..done.Note.IndexOf(" with", StringComparison.Ordinal)],-57}{Stopwatch.GetElapsedTime(start).TotalSeconds,6:N2} s"));
        return done.Rows;
    }

    /// <summary>Reads mail at any hour of any day, so that the benchmark makes mails whenever it is run.</summary>
    private static ReminderHabits Always(Guid person)
    {
        var habits = new ReminderHabits(person);
        habits.Read(WeekDays.Workdays | WeekDays.Saturday | WeekDays.Sunday, 0, 0, 0, ReminderHabits.MostMails);
        return habits;
    }
}
