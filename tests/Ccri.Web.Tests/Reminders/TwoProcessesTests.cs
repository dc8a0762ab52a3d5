using System.Diagnostics;
using System.Globalization;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>Real processes of the site on one database, a real mail server, and SIGKILL.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(240);

    private readonly string _name = Guid.NewGuid().ToString("N");
    private readonly List<Process> _processes = [];
    private string _provider = "", _connectionString = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_on_one_PostgreSQL_send_each_of_500_due_reminders_exactly_once()
    {
        var server = await SetAsync(nameof(DatabaseProvider.Postgres), 500, "person");
        Start(server);
        Start(server);

        await UntilAsync(async () => await SentAsync() == 500);
        await Task.Delay(TimeSpan.FromSeconds(7), Cancellation); // twice the pause of the worker: would anything come twice?

        var arrived = server.Received(_name);
        arrived.Count.ShouldBe(500);
        arrived.Select(m => m.MessageId).Distinct().Count().ShouldBe(500);
        arrived.Select(m => m.To.Single()).Distinct().Count().ShouldBe(500);
    }

    [Fact]
    public async Task One_of_two_processes_is_killed_while_sending_and_the_other_goes_on()
    {
        var server = await SetAsync(nameof(DatabaseProvider.Postgres), 40, "slow");
        Start(server);
        Start(server);

        await UntilAsync(() => Task.FromResult(server.Received(_name).Count >= 10));
        _processes[0].Kill();
        await UntilAsync(async () => await SentAsync() == 40);

        OnceOrInFlight(server, 40);
    }

    [Fact]
    public async Task On_SQLite_a_process_that_was_killed_while_sending_goes_on_when_it_is_started_again()
    {
        var server = await SetAsync(nameof(DatabaseProvider.Sqlite), 24, "slow");
        Start(server);

        await UntilAsync(() => Task.FromResult(server.Received(_name).Count >= 5));
        _processes[0].Kill();
        await _processes[0].WaitForExitAsync(Cancellation);
        (await SentAsync()).ShouldBeLessThan(24);
        Start(server);
        await UntilAsync(async () => await SentAsync() == 24);

        OnceOrInFlight(server, 24);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
        if (_connectionString.Length > 0)
            await TestDatabases.DropAsync(_provider, _connectionString);
    }

    /// <summary>Nobody without a mail, and at most the one that was being sent doubled, under one Message-ID.</summary>
    private void OnceOrInFlight(SmtpServer server, int count)
    {
        var arrived = server.Received(_name);
        arrived.Count.ShouldBeInRange(count, count + 1);
        arrived.Select(m => m.To.Single()).Distinct().Count().ShouldBe(count);
        arrived.Select(m => m.MessageId).Distinct().Count().ShouldBe(count);
    }

    /// <summary>A database in which so many people have one thing to do today; planning and sending is up to the processes.</summary>
    private async Task<SmtpServer> SetAsync(string provider, int people, string who)
    {
        Assert.SkipWhen(provider == nameof(DatabaseProvider.Postgres) && TestDatabases.Postgres is null, TestDatabases.NoPostgres);
        var server = SmtpServer.Needed();
        (_provider, _connectionString) = (provider, await TestDatabases.CopyAsync(provider, Contents.Schema));
        await WithDatabaseAsync(async db =>
        {
            var (now, today) = (DateTime.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow));
            var rule = new ReminderRule(ReminderKind.OwnReminder, "What is due");
            rule.Fall([-1, 0], DayCount.Calendar); // whatever day Brussels has
            rule.Tell(ReminderAudience.Owner, ReminderChannel.Mail);
            rule.SwitchOn(today.AddDays(-7));
            db.ReminderRules.Add(rule);
            for (var i = 0; i < people; i++)
            {
                var person = new Person($"Person {i}", string.Create(CultureInfo.InvariantCulture, $"{who}-{_name}-{i}@example.org"), now);
                person.Give(new RoleAssignment(Role.Officer));
                var habits = new ReminderHabits(person.Id);
                habits.Read((WeekDays)127, 0, 0, 0, ReminderHabits.MostMails);
                db.AddRange(person, habits, new OwnReminder("The one thing", today.AddDays(1), person.Id, null, null, today));
            }
            return await db.SaveChangesAsync(Cancellation);
        });
        return server;
    }

    private void Start(SmtpServer server)
    {
        var environment = server.Settings("right").ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value);
        foreach (var (name, value) in new[] { ("Database__Provider", _provider), ("Database__ConnectionString", _connectionString), ("Mail__From", "ccri@example.org"), ("Mail__LeaseSeconds", "6"), ("Mail__TimeoutSeconds", "5"), ("Work__Reports", "false") })
            environment[name] = value;
        _processes.Add(CcriProcess.Start(["serve", "--urls", "http://127.0.0.1:0"], environment));
    }

    private Task<int> SentAsync() => WithDatabaseAsync(db => db.MailMessages.CountAsync(m => m.SentAt != null, Cancellation));

    /// <summary>Without a site around it, whose worker would send, too.</summary>
    private async Task<T> WithDatabaseAsync<T>(Func<CcriDbContext, Task<T>> work)
    {
        await using var app = Application.CreateBuilder([$"--Database:Provider={_provider}", $"--Database:ConnectionString={_connectionString}"]).AddCcri().Build();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
        return await work(scope.ServiceProvider.GetRequiredService<CcriDbContext>());
    }

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(500, Cancellation))
        {
            if (await isSo())
                return;
            _processes.Where(p => p.HasExited).Count().ShouldBeLessThan(_processes.Count, "No process is left to send.");
        }
        Assert.Fail($"It has not come about in {Patience.TotalSeconds:0} seconds.");
    }
}
