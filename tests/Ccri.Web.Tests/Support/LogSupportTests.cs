using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Errors;
using Ccri.Web.Features.Support;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Support.SupportSamples;

namespace Ccri.Web.Tests.Support;

public abstract class LogSupportTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_need_that_is_served_is_in_support_and_open_again_when_nothing_serves_it_any_more()
    {
        var need = await App.AddNeedAsync("asker", "No business model for the repair hub");
        var first = await App.SendAsync(Days("asker", "Business model", needs: need));
        var second = await App.SendAsync(Days("asker", "Business model again", needs: need));
        (await App.NeedAsync(need)).State.ShouldBe(NeedState.InSupport);

        var form = (await App.SendAsync(new ServeNeeds.Query(first))).Form;
        await App.SendAsync(form with { Needs = [] });
        (await App.NeedAsync(need)).State.ShouldBe(NeedState.InSupport, "the second still serves it");
        var version = (await App.SendAsync(new GetSupport.Query(second))).Activity.Version;
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new RemoveSupport.Command(second, Guid.NewGuid())));
        await App.SendAsync(new RemoveSupport.Command(second, version));

        (await App.NeedAsync(need)).State.ShouldBe(NeedState.Open);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetSupport.Query(second)));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Needs = [need] }));
    }

    [Fact]
    public async Task Individual_support_for_a_Fellow_is_refused_to_an_officer_and_accepted_from_a_coordinator_with_a_reason_that_is_audited()
    {
        var asked = Days("bergen", "A mission to the harbour");
        var refused = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(asked, Role.Officer));
        (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage).ShouldBe(("Territory",
            "Bergen is a Fellow. Fellows get group support, and no support of their own from the support office. A coordinator can make an exception with a reason."));
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(asked))).Errors.Single().PropertyName.ShouldBe("Exception");
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(asked with { Exception = "yes" }))).Errors.Single().PropertyName.ShouldBe("Exception");

        const string Reason = "The flood took the only sorting plant of the region.";
        var id = await App.SendAsync(asked with { Exception = Reason });

        (await App.SendAsync(new GetSupport.Query(id))).Exceptions.Single().ShouldSatisfyAllConditions(e => e.Territory.ShouldBe("Bergen"), e => e.Reason.ShouldBe(Reason));
        (await App.SendAsync(new ListSupport.Query(IsException: true))).Rows.ShouldContain(r => r.Id == id && r.IsException);
        var audited = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.Noun == "Acceptance" && a.Changes.Contains("sorting plant")).SingleAsync(Cancellation));
        audited.TerritoryId.ShouldBe(await App.TerritoryAsync("bergen"));
        (await App.SendAsync(Webinar("Open to all", "bergen"), Role.Officer)).ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task An_edit_to_another_territory_or_kind_asks_the_tier_again_and_a_correction_of_the_words_does_not()
    {
        var id = await App.SendAsync(Days("uppsala", "A day on site"));
        var form = (await App.SendAsync(new EditSupport.Query(id))).Form;
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { Others = ["berlin"] }, Role.Officer))).Errors.Single().PropertyName.ShouldBe("Territory");
        await App.SendAsync(form with { Others = ["berlin"], Exception = "Berlin shares the expert of Uppsala this once." });

        var shared = (await App.SendAsync(new EditSupport.Query(id))).Form;
        shared.Addresses().Order().ShouldBe(["berlin", "uppsala"]);
        await App.SendAsync(shared with { Title = "Two days on site" }, Role.Officer);
        var again = (await App.SendAsync(new EditSupport.Query(id))).Form;
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(again with { Type = ActivityType.DocumentReview }, Role.Officer))).Errors.Single().ErrorMessage.ShouldContain("no help with their plans");

        await App.SendAsync(again with { Type = ActivityType.HelpdeskAnswer }, Role.Officer);
        (await App.SendAsync(new GetSupport.Query(id))).Exceptions.ShouldBeEmpty("an answer of the helpdesk needs none");
    }

    [Fact]
    public async Task An_exception_is_dropped_when_the_day_moves_to_one_on_which_the_tier_entitles_to_it()
    {
        var (roubaix, begun) = (await App.TerritoryAsync("roubaix"), new DateOnly(2026, 6, 1));
        await App.WithDatabaseAsync(async db =>
        {
            var territory = await db.Territories.Include(t => t.Participations).SingleAsync(t => t.Id == roubaix, Cancellation);
            territory.ChangeTier(await db.Tiers.Where(t => t.Code == "fellow").Select(t => t.Id).SingleAsync(Cancellation), begun, "Agreed");
            return await db.SaveChangesAsync(Cancellation);
        });
        var id = await App.SendAsync(Days("roubaix", "Later than it was", on: begun.AddDays(3)) with { Exception = "It was promised while Roubaix was a Pilot." });
        var form = (await App.SendAsync(new EditSupport.Query(id))).Form;
        await App.SendAsync(form with { Title = "Earlier than it was" });
        (await App.SendAsync(new GetSupport.Query(id))).Exceptions.Count.ShouldBe(1);

        form = (await App.SendAsync(new EditSupport.Query(id))).Form;
        await App.SendAsync(form with { On = begun.AddDays(-3) }, Role.Officer);

        (await App.SendAsync(new GetSupport.Query(id))).Exceptions.ShouldBeEmpty("on that day it was a Pilot");
    }

    [Theory]
    [InlineData(nameof(SupportFields.Days), 3.5, null, null, "3.5 expert-days are 28 hours.")]
    [InlineData(nameof(SupportFields.Days), null, null, null, "Tailored support is counted in expert-days.")]
    [InlineData(nameof(SupportFields.Hours), 1.0, 2.0, null, "Leave the hours empty")]
    [InlineData(nameof(SupportFields.Satisfaction), 1.0, null, 5.5, "Satisfaction is between 1 and 5, not 5.5.")]
    [InlineData(nameof(SupportFields.Satisfaction), 1.0, null, 4.25, "Satisfaction has one decimal at most")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, double? days, double? hours, double? satisfaction, string sentence)
    {
        var refused = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(Days("asker", "A day") with { Days = (decimal?)days, Hours = (decimal?)hours, Satisfaction = (decimal?)satisfaction }));
        refused.Errors.ShouldContain(e => e.PropertyName == field && e.ErrorMessage.Contains(sentence));
    }

    [Fact]
    public async Task Group_support_needs_hours_and_participants_and_a_day_that_has_come()
    {
        var webinar = Webinar("What is next", "asker");
        (await Fault(webinar with { Hours = 25 })).ShouldBe(("Hours", "One day has 24 hours, not 25."));
        (await Fault(webinar with { Participants = null })).ShouldBe(("Participants", "Enter how many took part."));
        (await Fault(webinar with { On = Today.AddDays(1) })).Field.ShouldBe("On");
        (await Fault(webinar with { On = Today, Until = Today.AddDays(2) })).Field.ShouldBe("Until");
        (await Fault(webinar with { Territory = null })).ShouldBe(("Territory", "Choose the territory that it was for."));
        (await Fault(webinar with { Territory = "atlantis" })).Field.ShouldBe("Territory");
        (await Fault(webinar with { Organisation = Guid.NewGuid() })).Field.ShouldBe("Organisation");
        (await Fault(webinar with { Needs = [await App.AddNeedAsync("uppsala", "Somebody else's")] })).ShouldSatisfyAllConditions(f => f.Field.ShouldBe("Needs"), f => f.Sentence.ShouldContain("Somebody else's"));
    }

    [Fact]
    public async Task An_officer_logs_for_the_own_territories_and_a_contact_sees_of_a_shared_activity_the_own_share()
    {
        var (asker, uppsala) = (await App.TerritoryAsync("asker"), await App.TerritoryAsync("uppsala"));
        var (ours, theirs) = (await App.AddNeedAsync("asker", "Ours"), await App.AddNeedAsync("uppsala", "Theirs"));
        var shared = Days("asker", "Shared among two", 2.01m, needs: [ours, theirs]) with { Others = ["uppsala"] };
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(shared, Role.Officer, asker));
        var id = await App.SendAsync(shared);
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new EditSupport.Query(id), Role.Officer, asker));

        var whole = await App.SendAsync(new GetSupport.Query(id));
        (whole.IsWhole, whole.Territories.Sum(t => t.Days), whole.Needs.Count).ShouldBe((true, 2.01m, 2));
        var own = await App.SendAsync(new GetSupport.Query(id), Role.Territory, uppsala);
        (own.IsWhole, own.Territories.Single().Slug, own.Needs.Single().Statement).ShouldBe((false, "uppsala", "Theirs"));
        own.Territories[0].Days.ShouldBe(whole.Territories.Single(t => t.Slug == "uppsala").Days);
        (await App.SendAsync(new ListSupport.Query("shared among"), Role.Territory, uppsala)).ShouldSatisfyAllConditions(l => l.Days.ShouldBe(own.Territories[0].Days!.Value), l => l.Rows.Single().Territories.Single().Value.ShouldBe("uppsala"));
        await Should.ThrowAsync<NotAllowedException>(async () => await App.SendAsync(new GetSupport.Query(id), Role.Territory, await App.TerritoryAsync("munich")));
    }

    private async Task<(string Field, string Sentence)> Fault(LogSupport.Command command)
    {
        var error = (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command))).Errors.First();
        return (error.PropertyName, error.ErrorMessage);
    }
}

public sealed class LogSupportOnSqlite(SqliteApp app) : LogSupportTests(app), IClassFixture<SqliteApp>;

public sealed class LogSupportOnPostgres(PostgresApp app) : LogSupportTests(app), IClassFixture<PostgresApp>;
