using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class EditingTests(Theatre theatre)
{
    private const string Notes = "Notes (optional)";
    private const string Save = "Save territory";

    [Fact]
    public async Task Two_officers_edit_one_territory_and_the_second_sees_both_texts_and_loses_nothing()
    {
        await using var anna = await theatre.OpenAsync(role: Role.Officer);
        await using var boris = await theatre.OpenAsync(role: Role.Coordinator);
        await anna.GoAsync("/territories/guimaraes/edit");
        await boris.GoAsync("/territories/guimaraes/edit");
        var (annas, boriss) = (new FormPage(anna.Page), new FormPage(boris.Page));

        await annas.Field(Notes).FillAsync("Anna: the tender opens in May.");
        await annas.SaveAsync(Save);
        await Assertions.Expect(new Shell(anna.Page).Status).ToHaveTextAsync("The territory is saved.");
        await boriss.Field(Notes).FillAsync("Boris: the tender opens in June.");
        await boriss.SaveAsync(Save);

        await Assertions.Expect(boriss.Errors).ToBeFocusedAsync();
        await Assertions.Expect(boriss.Errors).ToContainTextAsync("Somebody else saved this while you were editing");
        await Assertions.Expect(boris.Page.Locator(".choice")).ToContainTextAsync("Anna: the tender opens in May.");
        await Assertions.Expect(boriss.Field(Notes)).ToHaveValueAsync("Boris: the tender opens in June.");
        (await Axe.ViolationsAsync(boris.Page)).ShouldBeEmpty();

        await boriss.Field(Notes).FillAsync("Both: the tender opens in May, the works in June.");
        await boriss.SaveAsync(Save);
        await Assertions.Expect(new Shell(boris.Page).Status).ToHaveTextAsync("The territory is saved.");
        await Assertions.Expect(boris.Page.Locator("main")).ToContainTextAsync("Both: the tender opens in May, the works in June.");
    }

    [Fact]
    public async Task A_sign_in_that_ends_while_a_long_form_is_open_takes_nothing_with_it()
    {
        const string email = "slow.writer@example.org", password = "a few slow words in a row";
        await using var window = await theatre.OpenAsync();
        await (await ChoosePasswordPage.OpenAsync(window, await theatre.Site.AddPersonAsync(email, "officer"))).SaveAsync(password);
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Overview");
        await window.GoAsync("/territories/munich/edit");
        var form = new FormPage(window.Page);
        await window.Page.Context.ClearCookiesAsync(new() { Name = "ccri" });

        await form.Field(Notes).FillAsync("An afternoon of thought about Łódź, Δυτική Μακεδονία and Пловдив.");
        await form.SaveAsync(Save);
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Sign in again");
        (await Axe.ViolationsAsync(window.Page)).ShouldBeEmpty();
        await new SignInPage(window.Page).SignInAsync(email, password);

        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Edit the territory");
        await Assertions.Expect(form.DraftNote).ToContainTextAsync("It is not saved yet");
        await Assertions.Expect(form.Field(Notes)).ToHaveValueAsync("An afternoon of thought about Łódź, Δυτική Μακεδονία and Пловдив.");
        await form.SaveAsync(Save);
        await Assertions.Expect(new Shell(window.Page).Status).ToHaveTextAsync("The territory is saved.");
    }

    [Fact]
    public async Task After_a_crash_of_the_browser_the_text_is_offered_again()
    {
        await using (var window = await theatre.OpenAsync(role: Role.Officer))
        {
            await window.GoAsync("/territories/roubaix/edit");
            var form = new FormPage(window.Page);
            await form.Field(Notes).PressSequentiallyAsync("Half a sentence");
            await Assertions.Expect(form.Kept).ToContainTextAsync("Draft kept");
            window.Complaints.ShouldBeEmpty();
        } // gone without saving

        await using var again = await theatre.OpenAsync(role: Role.Officer);
        await again.GoAsync("/territories/roubaix/edit");
        var later = new FormPage(again.Page);
        await Assertions.Expect(later.DraftNote).ToContainTextAsync("you typed something here that was not saved");
        (await Axe.ViolationsAsync(again.Page)).ShouldBeEmpty();
        await later.GoOnAsync();
        await Assertions.Expect(later.Field(Notes)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Half a sentence"));
        await later.SaveAsync(Save);
        await Assertions.Expect(new Shell(again.Page).Status).ToHaveTextAsync("The territory is saved.");
    }

    [Fact]
    public async Task A_contact_is_logged_in_three_steps_from_the_page_of_the_territory()
    {
        await using var window = await theatre.OpenAsync(Look.Phone, Role.Officer);
        await window.GoAsync("/territories/uppsala");
        await window.Page.GetByLabel("What was it about?").FillAsync("They ask for help with the tender."); // one
        await window.Page.GetByLabel("Visit").CheckAsync(); // two
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save contact" }).ClickAsync(); // three

        await Assertions.Expect(new Shell(window.Page).Status).ToHaveTextAsync("The contact is logged.");
        await Assertions.Expect(window.Page.Locator("#contacts")).ToContainTextAsync("Last contact");
        await Assertions.Expect(window.Page.Locator("#contacts .log")).ToContainTextAsync("They ask for help with the tender.");
        await Assertions.Expect(window.Page.Locator("#contacts .log")).ToContainTextAsync("Visit");
    }
}
