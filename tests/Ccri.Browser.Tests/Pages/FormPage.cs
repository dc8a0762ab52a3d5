namespace Ccri.Browser.Tests.Pages;

/// <summary>A page with one long form: what it says of drafts, faults and of somebody else's text.</summary>
public sealed class FormPage(IPage page)
{
    public ILocator Errors => page.Locator("#errs");
    public ILocator DraftNote => page.Locator(".note");
    public ILocator Kept => page.Locator(".kept");

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    public Task SaveAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task GoOnAsync() => page.GetByRole(AriaRole.Link, new() { Name = "Go on with it" }).ClickAsync();

    public Task TakeTheirsAsync() => page.GetByLabel("Theirs:").CheckAsync();
}
