using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

public abstract class HandOverTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Who_has_the_role_from_next_month_has_it_from_today_and_once()
    {
        var (from, to) = await TwoAsync();
        await App.SendAsync(new GiveRole.Command(to, Role.Officer, null, null, Today.AddDays(30), Today.AddDays(60)));

        await HandOverAsync(from, to);

        var role = (await OfficerRolesAsync(to)).Single();
        role.From.ShouldNotBeNull().ShouldBeInRange(Today.AddDays(-1), Today.AddDays(1));
        role.To.ShouldBeNull("as long as the other had it");
    }

    [Fact]
    public async Task Who_had_the_role_once_has_it_again_from_today_and_the_gap_stays_one()
    {
        var (from, to) = await TwoAsync();
        var held = (await OfficerRolesAsync(from)).Single();
        await App.SendAsync(new ChangeRoleDays.Command(from, held.Id, Today.AddDays(-300), null, held.Version));
        await App.SendAsync(new GiveRole.Command(to, Role.Officer, null, null, Today.AddDays(-200), Today.AddDays(-100)));

        await HandOverAsync(from, to);

        var roles = await OfficerRolesAsync(to);
        roles.Count.ShouldBe(2);
        (roles[0].From, roles[0].To).ShouldBe((Today.AddDays(-200), Today.AddDays(-100)));
        roles[1].From.ShouldNotBeNull().ShouldBeInRange(Today.AddDays(-1), Today.AddDays(1));
        roles[1].To.ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_the_role_for_a_while_and_again_later_has_it_without_a_gap()
    {
        var (from, to) = await TwoAsync();
        await App.SendAsync(new GiveRole.Command(to, Role.Officer, null, null, Today.AddDays(-10), Today.AddDays(10)));
        await App.SendAsync(new GiveRole.Command(to, Role.Officer, null, null, Today.AddDays(30), Today.AddDays(40)));

        await HandOverAsync(from, to);

        (await OfficerRolesAsync(to)).Select(r => (r.From, r.To)).ShouldBe([(Today.AddDays(-10), null)]);
    }

    [Fact]
    public async Task Who_is_to_be_coordinator_next_month_and_takes_over_is_one_today()
    {
        var leaves = (await App.SendAsync(new AddPerson.Command("leaves@example.org", "Leaves Now", Role.Coordinator, null))).PersonId;
        var comes = (await App.SendAsync(new AddPerson.Command("comes@example.org", "Comes Later", Role.Desk, null))).PersonId;
        var nextMonth = Today.AddDays(30);
        await App.SendAsync(new GiveRole.Command(comes, Role.Coordinator, null, null, nextMonth, null));

        await App.SendAsync(new HandOver.Command(leaves, comes, [(await App.SendAsync(new GetPerson.Query(leaves))).Roles.Single().Id]));

        var role = (await App.SendAsync(new GetPerson.Query(comes))).Roles.Single(r => r.Role == Role.Coordinator);
        role.From.ShouldNotBeNull().ShouldBeLessThan(nextMonth.AddDays(-20));
        role.To.ShouldBeNull();
    }

    [Fact]
    public async Task Follow_ups_go_to_somebody_of_the_office_only()
    {
        var (from, to) = await TwoAsync();
        var contact = await App.WithDatabaseAsync(async db =>
        {
            var asker = await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation);
            var logged = new LoggedContact(asker.Id, from, Today, "Budget");
            logged.Owe("Send the template", from, Today.AddDays(10));
            db.Add(logged);
            await db.SaveChangesAsync(Cancellation);
            return logged.Id;
        });

        var refused = await Should.ThrowAsync<FluentValidation.ValidationException>(() => App.SendAsync(new HandOver.Command(from, to, [])));
        refused.Errors.Single().PropertyName.ShouldBe("To");
        refused.Errors.Single().ErrorMessage.ShouldStartWith("Takes Over does not work for the support office");
        (await OwnerAsync(contact)).ShouldBe(from);

        await HandOverAsync(from, to); // with the role of an officer the other is one
        (await OwnerAsync(contact)).ShouldBe(to);
    }

    [Fact]
    public async Task Follow_ups_of_sessions_go_to_a_lead_as_well()
    {
        var (from, to) = await TwoAsync();
        var session = await App.LogAsync("Handed over", form => form with { FollowUps = [SessionSamples.FollowUp("Open", new OwnerKey(from, null)), SessionSamples.FollowUp("Done", new OwnerKey(from, null))] });
        await App.SendAsync(new FinishAction.Command((await App.SheetAsync(session)).Items.Single(i => i.Text == "Done").Id, true));
        (await App.SendAsync(new GetDuties.Query(from))).Owned.ShouldContain("1 open follow-up of a session");
        (await Should.ThrowAsync<FluentValidation.ValidationException>(() => App.SendAsync(new HandOver.Command(from, to, [])))).Errors.Single().ErrorMessage.ShouldStartWith("Takes Over leads no working group");

        await App.SendAsync(new GiveRole.Command(to, Role.Lead, null, "TWG-RM", null, null));
        await App.SendAsync(new HandOver.Command(from, to, []));

        (await App.SheetAsync(session)).Items.Select(i => i.OwnerId).ShouldBe([to, from], "what is done stays with who did it");
    }

    private Task<Guid?> OwnerAsync(Guid contact) => App.WithDatabaseAsync(db => db.LoggedContacts.Where(c => c.Id == contact).Select(c => c.FollowUpOwnerId).SingleAsync(Cancellation));

    private async Task HandOverAsync(Guid from, Guid to) => await App.SendAsync(new HandOver.Command(from, to, [(await OfficerRolesAsync(from)).Single().Id]));

    private async Task<List<HeldRole>> OfficerRolesAsync(Guid person) => [.. (await App.SendAsync(new GetPerson.Query(person))).Roles.Where(r => r.Role == Role.Officer).OrderBy(r => r.From)];

    /// <summary>An officer who goes and a desk officer who comes.</summary>
    private async Task<(Guid From, Guid To)> TwoAsync() =>
        ((await App.SendAsync(new AddPerson.Command($"{Guid.NewGuid():N}@example.org", "Gives Away", Role.Officer, null))).PersonId,
            (await App.SendAsync(new AddPerson.Command($"{Guid.NewGuid():N}@example.org", "Takes Over", Role.Desk, null))).PersonId);
}

public sealed class HandOverOnSqlite(SqliteApp app) : HandOverTests(app), IClassFixture<SqliteApp>;

public sealed class HandOverOnPostgres(PostgresApp app) : HandOverTests(app), IClassFixture<PostgresApp>;
