using System.Net;
using System.Text;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Programme;
using Ccri.Web.Work;
using FluentValidation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

public abstract class ErasureTests(CcriApp app) : BothDatabases(app)
{
    /// <summary>Stands in every spelling of the name and in both addresses.</summary>
    protected const string Trace = "quillfeather";

    private const string Name = "Zebedäa Quillfeather-Øst";
    private const string Email = "zebedaa.quillfeather@sternwarte.example";

    [Fact]
    public async Task After_erasing_nothing_of_the_name_is_in_the_database_or_in_new_exports_and_the_audit_still_counts()
    {
        var member = await LiveALifeAsync();
        (await TracesAsync()).ShouldBeGreaterThan(0, "or this test would find nothing at all");
        var before = await AuditCountAsync();
        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);

        (await (await coordinator.PostFormAsync($"/accounts/{member.Id}/erase", ("Input.Confirmation", "not the address"))).TextAsync()).ShouldContain($"Type the address of the person, {Email}, to confirm.");
        var answer = await coordinator.PostFormAsync($"/accounts/{member.Id}/erase", ("Input.Confirmation", Email.ToUpperInvariant()));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.TextAsync());

        (await TracesAsync()).ShouldBe(0);
        (await AuditCountAsync()).ShouldBeGreaterThan(before);
        var pseudonym = (await App.SendAsync(new GetPerson.Query(member.Id))).Name;
        pseudonym.ShouldMatch("^Former user [0-9a-f]{4}$");
        (await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "flanders").Select(t => t.Notes).SingleAsync(Cancellation))).ShouldBe($"Ask {pseudonym} first.");
        foreach (var page in (string[])[$"/accounts/{member.Id}?handler=Export", "/accounts", "/territories.csv", "/api/territories/flanders", $"/accounts/{member.Id}", "/accounts/me?handler=Export"])
            (await coordinator.PageAsync(page)).ShouldNotContain(Trace, Case.Insensitive, page);
    }

    [Fact]
    public async Task What_only_served_the_person_goes_too_feeds_habits_and_reminders_to_oneself()
    {
        var member = await Member.JoinAsync(App, "reminded.once@example.org", Role.Officer, "Reminded Once");
        await App.WithDatabaseAsync(async db =>
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);
            var rule = new ReminderRule(ReminderKind.FollowUp, "Of a leaver");
            db.AddRange(rule, new CalendarFeed(member.Id, null, CalendarFeed.NewToken(), DateTime.UtcNow), new ReminderHabits(member.Id), new Unsubscription(member.Id, rule.Id, DateTime.UtcNow),
                new ReminderMark(member.Id, ReminderKind.Milestone, Guid.CreateVersion7(), today), new OwnReminder("Buy a cake", today, member.Id, member.Id, null, today));
            return await db.SaveChangesAsync(Cancellation);
        });

        await App.SendAsync(new ErasePerson.Command(member.Email, member.Email));

        (await App.WithDatabaseAsync(async db => await db.CalendarFeeds.CountAsync(f => f.PersonId == member.Id, Cancellation) + await db.ReminderHabits.CountAsync(h => h.PersonId == member.Id, Cancellation)
            + await db.Unsubscriptions.CountAsync(u => u.PersonId == member.Id, Cancellation) + await db.ReminderMarks.CountAsync(m => m.PersonId == member.Id, Cancellation) + await db.OwnReminders.CountAsync(r => r.OwnerId == member.Id, Cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task An_erased_person_is_out_at_once_has_no_account_and_keeps_the_authorship()
    {
        var member = await Member.JoinAsync(App, "leaves.for-good@example.org", Role.Officer, "Leaves Forgood");
        await member.SetSecondFactorAsync();
        var note = await App.WithDatabaseAsync(async db =>
        {
            var fact = await db.FactNotes.OrderBy(n => n.Id).FirstAsync(Cancellation);
            fact.Confirm(member.Id, DateTime.UtcNow);
            await db.SaveChangesAsync(Cancellation);
            return fact.Id;
        });

        await App.SendAsync(new ErasePerson.Command(member.Email, member.Email));

        (await member.Client.GetAsync("/", Cancellation)).Headers.Location!.ToString().ShouldStartWith("/accounts/sign-in");
        (await App.Browser(followsRedirects: false).PostFormAsync("/accounts/sign-in", ("Input.Email", member.Email), ("Input.Password", Member.Password))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Users.AnyAsync(a => a.Id == member.Id, Cancellation)).ShouldBeFalse();
            (await db.RecoveryCodes.AnyAsync(c => c.AccountId == member.Id, Cancellation)).ShouldBeFalse();
            (await db.MailMessages.AnyAsync(m => m.PersonId == member.Id, Cancellation)).ShouldBeFalse();
            (await db.FactNotes.SingleAsync(n => n.Id == note, Cancellation)).ConfirmedById.ShouldBe(member.Id);
            (await db.AuditRows.AnyAsync(a => a.PersonId == member.Id, Cancellation)).ShouldBeTrue();
            return true;
        });
        await Should.ThrowAsync<Errors.NotFoundException>(() => App.SendAsync(new EnablePerson.Command(member.Email)));
        (await App.SendAsync(new ListPersons.Query("former-"))).Rows.ShouldNotContain(r => r.Id == member.Id, "who is erased is nobody any more");
    }

    [Fact]
    public async Task A_contact_with_the_same_address_is_the_same_person_whatever_name_and_telephone_stand_there()
    {
        var member = await Member.JoinAsync(App, "is.contact@example.org", Role.Officer, "Isa Contact");
        var contact = await App.WithDatabaseAsync(async db =>
        {
            var asker = await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation);
            var added = new Contact(null, asker.Id, "Dr I. Contact");
            added.WriteTo("is.contact@example.org");
            added.Phones("+47 22 33 44 55");
            db.Add(added);
            await db.SaveChangesAsync(Cancellation);
            return added.Id;
        });

        Encoding.UTF8.GetString(await App.SendAsync(new ExportPerson.Query(member.Email))).ShouldContain("+47 22 33 44 55", Case.Sensitive, "a contact with the person's own address is about the person");
        var pseudonym = await App.SendAsync(new ErasePerson.Command(member.Email, member.Email));

        var left = await App.WithDatabaseAsync(db => db.Set<Contact>().SingleAsync(c => c.Id == contact, Cancellation));
        left.Name.ShouldBe(pseudonym);
        left.Email.ShouldNotBeNull().ShouldEndWith("@invalid");
        left.Phone.ShouldBeNull();
    }

    [Fact]
    public async Task A_row_of_the_audit_that_shows_the_name_keeps_its_line_and_loses_what_it_shows()
    {
        var member = await Member.JoinAsync(App, "shown.in-audit@example.org", Role.Officer, "Shown Inaudit");
        var (told, silent) = await App.WithDatabaseAsync(async db =>
        {
            var (one, other) = (await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation), await db.Territories.SingleAsync(t => t.Slug == "munich", Cancellation));
            one.Remark("Shown Inaudit knows more");
            other.Remark("Somebody knows more");
            await db.SaveChangesAsync(Cancellation);
            return (await LastAsync(db, one.Id), await LastAsync(db, other.Id));
        });

        await App.SendAsync(new ErasePerson.Command(member.Email, member.Email));

        await App.WithDatabaseAsync(async db =>
        {
            (await db.AuditRows.SingleAsync(a => a.Id == told.Id, Cancellation)).Changes.ShouldBe(AuditRow.Silence);
            (await db.AuditRows.SingleAsync(a => a.Id == silent.Id, Cancellation)).Changes.ShouldBe(silent.Changes);
            (await LastAsync(db, told.SubjectId)).Changes.ShouldBe("""{"Notes":["changed"]}""", "the replacing is in the audit as well, without values");
            return true;
        });

        static Task<AuditRow> LastAsync(CcriDbContext db, Guid subject) => db.AuditRows.AsNoTracking().Where(a => a.SubjectId == subject).OrderByDescending(a => a.Id).FirstAsync(Cancellation);
    }

    [Fact]
    public async Task Nobody_erases_themselves_or_somebody_whose_address_is_not_typed()
    {
        var member = await Member.JoinAsync(App, "erases@example.org", Role.Coordinator, "Erases Herself");
        var self = await member.Client.PostFormAsync($"/accounts/{member.Id}/erase", ("Input.Confirmation", member.Email));
        self.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await self.TextAsync()).ShouldContain("You cannot erase yourself. Ask another coordinator.");

        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new ErasePerson.Command(member.Email, null)))).Message.ShouldContain("erases@example.org");
        (await App.SendAsync(new GetPerson.Query(member.Id))).ErasedAt.ShouldBeNull();
    }

    /// <summary>How often the trace is anywhere.</summary>
    protected abstract Task<int> TracesAsync();

    private async Task<Member> LiveALifeAsync()
    {
        var member = await Member.JoinAsync(App, Email, Role.Officer, Name);
        await member.SetSecondFactorAsync();
        await App.SendAsync(new RequestPasswordLink.Command(Email), null);
        await member.Client.PostFormAsync("/accounts/me/address", ("Input.Email", "z.quillfeather@sternwarte.example"), ("Input.Password", Member.Password));
        var other = await Member.JoinAsync(App, "colleague@example.org");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Territories.SingleAsync(t => t.Slug == "flanders", Cancellation)).Remark($"Ask {Name} first.");
            var note = await db.FactNotes.OrderBy(n => n.Id).FirstAsync(Cancellation);
            note.Cite([.. note.Sources, $"Mail of {Name.ToUpperInvariant()} <{Email}>"], null, Confidence.High, DateTime.UtcNow, $"{Folding.ForSearch(Name)} said so");
            var loaded = await db.LoadedRows.OrderBy(r => r.File).ThenBy(r => r.Key).FirstAsync(Cancellation);
            loaded.Values = new Dictionary<string, string>(loaded.Values) { ["notes"] = $"„{Name}“" };
            db.JobRuns.Add(new JobRun { Job = "test", StartedAt = DateTime.UtcNow, Note = $"Mailed {Email}" });
            var person = await db.Persons.SingleAsync(p => p.Id == other.Id, Cancellation);
            db.MailMessages.Add(AccountMail.To(person, $"{Name} asks you", $"Please answer {Name} <{Email}>.", DateTime.UtcNow, AccountMail.OfNotices));
            return await db.SaveChangesAsync(Cancellation);
        });
        return member;
    }

    private Task<int> AuditCountAsync() => App.WithDatabaseAsync(db => db.AuditRows.CountAsync(Cancellation));
}

public sealed class ErasureOnSqlite(SqliteApp app) : ErasureTests(app), IClassFixture<SqliteApp>
{
    [Fact]
    public async Task Somebody_who_is_reading_puts_the_wiping_off_which_the_health_page_says_and_the_nightly_job_makes_good()
    {
        var member = await Member.JoinAsync(App, "put.off@example.org", Role.Officer, "Put Off");
        await using (var reader = new SqliteConnection(await App.WithDatabaseAsync(db => Task.FromResult(db.Database.GetConnectionString()))))
        {
            await reader.OpenAsync(Cancellation);
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var look = reader.CreateCommand();
            (look.CommandText, look.Transaction) = ("SELECT count(*) FROM Persons", reading);
            await look.ExecuteScalarAsync(Cancellation);

            await App.SendAsync(new ErasePerson.Command(member.Email, member.Email));
        }
        var database = (await App.SendAsync(new CheckHealth.Query())).Parts[0];
        database.Works.ShouldBeFalse();
        database.Sentence.ShouldContain("Free pages may still hold the name of somebody who was erased on");

        (await App.SendAsSystemAsync(new TidyWorkRows.Command())).Note.ShouldContain("free pages wiped");

        (await App.SendAsync(new CheckHealth.Query())).Parts[0].Works.ShouldBeTrue();
        (await App.SendAsSystemAsync(new TidyWorkRows.Command())).Note.ShouldNotContain("free pages");
    }

    /// <summary>In every byte of the file and of the log beside it, free pages included.</summary>
    protected override async Task<int> TracesAsync()
    {
        var file = new SqliteConnectionStringBuilder(await App.WithDatabaseAsync(db => Task.FromResult(db.Database.GetConnectionString()))).DataSource;
        return new[] { file, $"{file}-wal", $"{file}-journal" }.Where(File.Exists).Sum(Count);

        static int Count(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Encoding.Latin1.GetString(bytes).ToLowerInvariant().Split(Trace).Length - 1;
        }
    }
}

public sealed class ErasureOnPostgres(PostgresApp app) : ErasureTests(app), IClassFixture<PostgresApp>
{
    /// <summary>In every column of every table.</summary>
    protected override Task<int> TracesAsync() => App.WithDatabaseAsync(async db =>
    {
        var tables = await db.Database.SqlQueryRaw<string>("SELECT table_name AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'").ToListAsync(Cancellation);
        tables.Count.ShouldBeGreaterThan(20);
        var found = 0;
        foreach (var table in tables)
        {
            var sql = $"SELECT count(*)::int AS \"Value\" FROM \"{table}\" t WHERE t::text ILIKE '%{Trace}%'";
            found += await db.Database.SqlQueryRaw<int>(sql).SingleAsync(Cancellation);
        }
        return found;
    });
}
