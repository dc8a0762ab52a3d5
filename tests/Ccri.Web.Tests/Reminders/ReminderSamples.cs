using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>Somebody with one role who can sign in.</summary>
internal sealed record Somebody(Guid Id, string Name, ScopedRole Role);

/// <summary>People, rules and reminders made by hand, for the tests of the pages.</summary>
internal static class ReminderSamples
{
    /// <param name="scope">A territory's address or a working group's code.</param>
    public static async Task<Somebody> SomebodyAsync(this CcriApp app, Role role, string? scope = null)
    {
        var name = $"{role} {Guid.NewGuid():N}";
        var id = (await app.SendAsSystemAsync(new AddPerson.Command($"{Guid.NewGuid():N}@example.org", name, role, scope))).PersonId;
        var held = await app.WithDatabaseAsync(db => db.RoleAssignments.AsNoTracking().SingleAsync(r => r.PersonId == id, TestContext.Current.CancellationToken));
        return new Somebody(id, name, new ScopedRole(role, held.TerritoryId, held.WorkingGroupId, held.SubGroupId));
    }

    public static async Task<T> AskAsync<T>(this CcriApp app, Somebody somebody, IRequest<T> message)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(somebody.Id, somebody.Name, [somebody.Role]);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    /// <summary>A reminder made by hand by somebody for the same person.</summary>
    public static Task<Guid> RemindAsync(this CcriApp app, Somebody somebody, string text, DateOnly due, Guid? territoryId = null) =>
        app.AskAsync(somebody, new CreateReminder.Command { Text = text, Due = due, OwnerId = somebody.Id, TerritoryId = territoryId });

    /// <summary>As one that was made so long ago that its day has passed.</summary>
    public static Task<Guid> LateAsync(this CcriApp app, Guid ownerId, string text, DateOnly due, Guid? territoryId = null) => app.WithDatabaseAsync(async db =>
    {
        var reminder = new OwnReminder(text, due, ownerId, ownerId, territoryId, due);
        db.OwnReminders.Add(reminder);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return reminder.Id;
    });

    public static CreateReminderRule.Command Rule(string name, ReminderKind kind = ReminderKind.OwnReminder) =>
        new() { Name = name, Kind = kind, Offsets = "\u22123, 0", Count = DayCount.Calendar, Channel = ReminderChannel.Both, Audience = [ReminderAudience.Owner] };

    /// <summary>A rule that is on.</summary>
    public static async Task<Guid> RuleAsync(this CcriApp app, CreateReminderRule.Command rule)
    {
        var id = await app.SendAsync(rule);
        await app.SendAsync(new SwitchOnRule.Command(id, (await app.SendAsync(new GetReminderRule.Query(id))).Form.Version));
        return id;
    }

    public static IReadOnlyList<(string Part, string Of, string Title)> Lines(this ListReminders.Answer answer) => [.. answer.Parts.SelectMany(p => p.Groups.SelectMany(g => g.Rows.Select(r => (p.Name, g.Of, r.Title))))];

    public static Task<Guid> TerritoryIdAsync(this CcriApp app, string slug) => app.WithDatabaseAsync((CcriDbContext db) => db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));
}
