using Ccri.Domain;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Errors;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.WorkingGroups.SessionSamples;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class EditSessionTests(CcriApp app) : BothDatabases(app)
{
    private MovedClock Clock => ((IMovedApp)App).Clock;

    [Fact]
    public async Task Within_48_hours_it_is_put_right_freely_and_later_with_a_reason_and_the_earlier_picture()
    {
        var id = await App.LogAsync("Steel", form => form with { Items = [Point(ItemKind.Lever, "First wording")] });
        var edit = await App.SendAsync(new EditSession.Query(id));
        edit.NeedsReason.ShouldBeFalse();
        await App.SendAsync(edit.Form with { Topic = "Timber", Items = [edit.Form.Items[0] with { Text = "Second wording" }] });
        (await App.SendAsync(new GetSession.Query(id))).Versions.ShouldBeEmpty();

        Clock.By += Session.FreeCorrection + TimeSpan.FromMinutes(1);
        edit = await App.SendAsync(new EditSession.Query(id));
        edit.NeedsReason.ShouldBeTrue();
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(edit.Form with { Topic = "Clay" }))).Errors.Single().PropertyName.ShouldBe("Reason");
        var asker = await App.TerritoryIdAsync("asker");
        await App.SendAsync(edit.Form with { Topic = "Clay", Reason = "It was about clay.", Present = [.. edit.Form.Present.Where(key => key != asker)] });

        var version = (await App.SendAsync(new GetSession.Query(id))).Versions.ShouldHaveSingleItem();
        (version.Number, version.Reason).ShouldBe((1, "It was about clay."));
        var before = await App.SendAsync(new GetSessionVersion.Query(id, 1));
        (before.Sheet.Topic, before.Topic, before.Sheet.Items.Single().Text, before.Sheet.Attendees.Count).ShouldBe(("Timber", "Clay", "Second wording", 7));
        before.Changes.ShouldBe(["The topic: “Timber” became “Clay”.", "Asker: “Took part” became “Missing”."]);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetSessionVersion.Query(id, 2)));
    }

    [Fact]
    public async Task A_point_whose_text_is_emptied_goes_and_numbers_are_not_given_twice()
    {
        var officer = await App.OfficerAsync("Somebody");
        var id = await App.LogAsync("Points", form => form with { Items = [Point(ItemKind.Lever, "One"), Point(ItemKind.Barrier, "Two")], FollowUps = [FollowUp("Three", new OwnerKey(officer, null))] });
        var form = (await App.SendAsync(new EditSession.Query(id))).Form;
        form.Items.Select(i => i.Text).ShouldBe(["One", "Two", null]);

        await App.SendAsync(form with { Items = [form.Items[0] with { Text = "" }, form.Items[1] with { Kind = ItemKind.Recommendation }, Point(ItemKind.Tool, "Four")] });

        (await App.SheetAsync(id)).Items.Select(i => (i.Number, i.Kind, i.Text)).ShouldBe([(2, ItemKind.Recommendation, "Two"), (3, ItemKind.Action, "Three"), (4, ItemKind.Tool, "Four")]);
    }

    [Fact]
    public async Task A_form_that_somebody_else_has_overtaken_is_not_saved_over_it()
    {
        var id = await App.LogAsync("Twice");
        var form = (await App.SendAsync(new EditSession.Query(id))).Form;
        await App.SendAsync(form with { Items = [Point(ItemKind.Lever, "Only a point was added")] });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Topic = "Late" }));
    }

    [Fact]
    public async Task A_point_of_another_session_is_not_reached_by_its_id()
    {
        var (one, other) = (await App.LogAsync("One", form => form with { Items = [Point(ItemKind.Lever, "Mine")] }), await App.LogAsync("Other"));
        var foreign = (await App.SheetAsync(one)).Items.Single().Id;
        var form = (await App.SendAsync(new EditSession.Query(other))).Form;
        await App.SendAsync(form with { Items = [Point(ItemKind.Barrier, "Taken?") with { Id = foreign }] });
        (await App.SheetAsync(one)).Items.Single().Text.ShouldBe("Mine");
        (await App.SheetAsync(other)).Items.Single().Id.ShouldNotBe(foreign);
    }

    [Fact]
    public async Task Only_a_draft_that_nobody_was_sent_is_removed()
    {
        var wrong = await App.LogAsync("Logged twice");
        await App.SendAsync(new RemoveSession.Command(wrong, (await App.SheetAsync(wrong)).Version));
        await Should.ThrowAsync<NotFoundException>(() => App.SheetAsync(wrong));

        var id = await App.LogAsync("Wrong");
        await App.CirculateAsync(id);
        await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(new RemoveSession.Command(id, (await App.SheetAsync(id)).Version)));
        await App.SendAsync(new WithdrawMinutes.Command { Id = id, Version = (await App.SheetAsync(id)).Version, Reason = "Wrong group" });
        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(new RemoveSession.Command(id, (await App.SheetAsync(id)).Version)))).Message.ShouldBe("These minutes were circulated once, so they stay. Put them right instead.");
    }

    [Fact]
    public async Task Members_are_missing_at_a_session_and_never_at_an_event()
    {
        var (session, webinar) = (await App.LogAsync("A session", form => form with { Present = [form.Present[0]] }), await App.LogAsync("A webinar", form => form with { Kind = SessionKind.Webinar, Present = [form.Present[0]] }));

        (await App.SheetAsync(session)).Attendees.Count(a => a.Presence == Presence.Missing).ShouldBeGreaterThan(3);
        (await App.SheetAsync(webinar)).Attendees.ShouldHaveSingleItem().Presence.ShouldBe(Presence.Present);
    }
}

public sealed class EditSessionOnSqlite(MovedSqliteApp app) : EditSessionTests(app), IClassFixture<MovedSqliteApp>;

public sealed class EditSessionOnPostgres(MovedPostgresApp app) : EditSessionTests(app), IClassFixture<MovedPostgresApp>;
