using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of reminders. What is below one of them is reached from the list, where one is made first.</summary>
internal static class ReminderAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Reminders"] = new("/reminders", First: page => RemindAsync(page)),
        ["Reminders, why"] = new("/reminders", First: async page =>
        {
            await RemindAsync(page);
            await page.Locator("#list summary").First.ClickAsync();
        }),
        ["Reminders, done"] = new("/reminders", First: async page =>
        {
            await RemindAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).WaitForAsync();
        }),
        ["Reminders of a territory contact"] = new("/reminders", Role.Territory),
        ["Reminders of a lead"] = new("/reminders", Role.Lead),
        ["Reminder, snooze"] = new("/reminders", First: page => RemindAsync(page, "Snooze")),
        ["Reminder, snooze, refused"] = new("/reminders", First: async page =>
        {
            await RemindAsync(page, "Snooze");
            await page.GetByText("Another day, entered below").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Snooze" }).ClickAsync();
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Reminder, hand over"] = new("/reminders", First: page => RemindAsync(page, "Hand over")),
        ["Reminder, new"] = new("/reminders/new"),
        ["Reminder, new, refused"] = new("/reminders/new", First: async page =>
        {
            await new FormPage(page).SaveAsync("Save reminder");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Rules of reminders"] = new("/reminders/rules", First: page => RuleAsync(page)),
        ["Rule, new"] = new("/reminders/rules/new"),
        ["Rule, new, refused"] = new("/reminders/rules/new", First: async page =>
        {
            await new FormPage(page).SaveAsync("Save and preview");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Rule, edit"] = new("/reminders/rules", First: async page =>
        {
            await RuleAsync(page);
            await page.Locator("tbody td:first-child a").First.ClickAsync();
        }),
        ["Rule, preview"] = new("/reminders/rules", First: async page =>
        {
            await RuleAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = "Preview of" }).First.ClickAsync();
        }),
        ["Preview"] = new("/reminders/preview"),
        ["Preview of a lead"] = new("/reminders/preview", Role.Lead),
        ["Log of reminders"] = new("/reminders/log"),
        ["Log of reminders, none found"] = new("/reminders/log?rule=00000000-0000-0000-0000-000000000000"),
        ["Log of reminders of a territory contact"] = new("/reminders/log", Role.Territory),
        ["End mails, unknown address"] = new("/reminders/unsubscribe/none", Role: null),
        ["Habits"] = new("/reminders/habits"),
        ["Habits, refused"] = new("/reminders/habits", First: async page =>
        {
            await page.GetByLabel("Not before").SelectOptionAsync("20");
            await new FormPage(page).SaveAsync("Save");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Calendar feeds"] = new("/reminders/feeds", First: async page =>
        {
            if (await page.GetByText("Revoke").CountAsync() == 0)
                await page.GetByRole(AriaRole.Button, new() { Name = "Make the feed" }).ClickAsync();
        }),
    };

    /// <summary>Where the list is empty, a reminder is made.</summary>
    private static async Task RemindAsync(IPage page, string? link = null)
    {
        var list = page.Url;
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).CountAsync() == 0)
        {
            await page.GotoAsync(new Uri(new Uri(list), "/reminders/new").ToString());
            await new FormPage(page).Field("What to remind of").FillAsync("Send the template for the investment plan");
            await page.GetByLabel("Territory (optional)").SelectOptionAsync(new SelectOptionValue { Label = "Uppsala" });
            await new FormPage(page).SaveAsync("Save reminder");
            await page.WaitForURLAsync("**/reminders");
        }
        if (link is not null)
            await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
    }

    /// <summary>Where there is no rule that is off, one is added.</summary>
    private static async Task RuleAsync(IPage page)
    {
        if (await page.GetByRole(AriaRole.Link, new() { Name = "Preview of" }).CountAsync() > 0)
            return;
        var list = page.Url;
        await page.GotoAsync(new Uri(new Uri(list), "/reminders/rules/new").ToString());
        await page.GetByLabel("What it reminds of").SelectOptionAsync("Milestone");
        await new FormPage(page).Field("Name").FillAsync("Milestones");
        await new FormPage(page).Field("Days").FillAsync("-7, 0, 3");
        await new FormPage(page).SaveAsync("Save and preview");
        await page.WaitForURLAsync("**/reminders/preview**");
        await page.GotoAsync(list);
    }
}
