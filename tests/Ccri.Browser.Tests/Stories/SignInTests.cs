using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class SignInTests(Theatre theatre)
{
    private const string Password = "a few words in a row";

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_the_right_one_leads_to_the_page_asked_for()
    {
        const string email = "officer@example.org";
        await HavePasswordAsync(email);

        await using var window = await theatre.OpenAsync();
        var signIn = await SignInPage.OpenAsync(window, "/territories?tier=pilot"); // sends somebody who is not signed in to sign in first
        await signIn.SignInAsync(email, "something else entirely");
        await Assertions.Expect(signIn.Errors).ToBeFocusedAsync();
        await Assertions.Expect(signIn.Errors).ToContainTextAsync("do not match");
        await Assertions.Expect(signIn.Email).ToHaveValueAsync(email);
        (await window.Page.TitleAsync()).ShouldStartWith("Error: ");

        await signIn.SignInAsync(email, Password);
        await window.Page.WaitForURLAsync("**/territories?tier=pilot");
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Territories");
    }

    [Fact]
    public async Task After_signing_out_the_pages_are_closed_again()
    {
        await using var window = await theatre.OpenAsync();
        await (await SignInPage.OpenAsync(window)).LookAroundAsync(Role.Lead);
        await new Shell(window.Page).SignOutAsync();
        await Assertions.Expect(new Shell(window.Page).Status).ToHaveTextAsync("You are signed out.");

        await window.GoAsync("/territories/asker");
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Sign in");
    }

    private async Task HavePasswordAsync(string email)
    {
        await using var window = await theatre.OpenAsync();
        var choose = await ChoosePasswordPage.OpenAsync(window, await theatre.Site.AddPersonAsync(email, "officer"));
        await choose.SaveAsync(Password);
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Overview");
    }
}
