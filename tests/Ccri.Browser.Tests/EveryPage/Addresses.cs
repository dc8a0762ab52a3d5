using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>A page to check: where it is, who looks at it, and what to do there first.</summary>
public sealed record Address(string Path, string? Role = Role.Coordinator, int Status = 200, Func<IPage, Task>? First = null);

/// <summary>Every page of the site by a name for the test's output. A new page is added here and is then checked in every look.</summary>
public static class Addresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Overview"] = new("/"),
        ["Overview of a desk officer"] = new("/", Role.Desk),
        ["Overview of a territory contact"] = new("/", Role.Territory),
        ["Territories"] = new("/territories"),
        ["Territories, none found"] = new("/territories?q=nowhere"),
        ["Territory"] = new("/territories/asker"),
        ["Territory to be named"] = new("/territories/fellow-to-be-named-1"),
        ["Territory sheet"] = new("/territories/asker/sheet"),
        ["Organisations"] = new("/organisations"),
        ["Working groups"] = new("/working-groups"),
        ["Territories, columns chosen"] = new("/territories?columns=name&columns=type&columns=nuts&columns=lead&columns=accompanying&columns=groups&columns=attention&sort=-lead"),
        ["Organisations, columns chosen"] = new("/organisations?columns=name&columns=acronym&columns=count&columns=territories&sort=-count"),
        ["Audit"] = new("/programme/audit"),
        ["Audit of a territory"] = new("/programme/audit?territory=capannori"),
        ["Audit, nothing found"] = new("/programme/audit?person=nobody"),
        ["Saved views"] = new("/accounts/filters"),
        ["Health"] = new("/programme/health"),
        ["Help"] = new("/help"),
        ["Accessibility"] = new("/accessibility"),
        ["Privacy"] = new("/privacy"),
        ["Sign in"] = new("/accounts/sign-in", Role: null),
        ["Sign in, refused"] = new("/accounts/sign-in", Role: null, First: page => new SignInPage(page).SignInAsync("", "")),
        ["Forgot password"] = new("/accounts/forgot-password", Role: null),
        ["Choose password"] = new("/accounts/choose-password?person=00000000-0000-0000-0000-000000000000&token=none", Role: null),
        ["Not allowed"] = new("/territories/capannori", Role.Territory, Status: 403),
        ["Not found"] = new("/no-such-page", Status: 404),
    };
}
