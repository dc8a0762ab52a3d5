using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Sessions for tests. TWG-C has the Pilots Asker, Flanders, Helsinki-Uusimaa, Tampere Region and Uppsala, the Fellow Strasbourg and the project Circ-Boost.</summary>
internal static class SessionSamples
{
    public static readonly DateOnly Autumn = new(2026, 10, 6);

    /// <summary>A session of TWG-C at which everybody was.</summary>
    public static async Task<LogSession.Command> SessionAsync(this CcriApp app, string topic, string group = "TWG-C", DateOnly? on = null) =>
        (await app.SendAsync(new LogSession.Query(group))) with { Topic = topic, On = on ?? Autumn, MembersOf = null };

    /// <returns>Its id.</returns>
    public static async Task<Guid> LogAsync(this CcriApp app, string topic, Func<LogSession.Command, LogSession.Command>? with = null) =>
        await app.SendAsync((with ?? (form => form))(await app.SessionAsync(topic)));

    public static async Task<SessionSheet> SheetAsync(this CcriApp app, Guid id) => (await app.SendAsync(new GetSession.Query(id))).Sheet;

    public static Task<Guid> GroupAsync(this CcriApp app, string code) => app.WithDatabaseAsync(db => db.WorkingGroups.Where(g => g.Code == code).Select(g => g.Id).SingleAsync(TestContext.Current.CancellationToken));

    /// <summary>The one sub-group of TWG-B.</summary>
    public static Task<Guid> SubGroupAsync(this CcriApp app) => app.WithDatabaseAsync(db => db.SubGroups.Select(g => g.Id).FirstAsync(TestContext.Current.CancellationToken));

    /// <summary>Asks as somebody with exactly this role.</summary>
    public static async Task<T> AsAsync<T>(this CcriApp app, ScopedRole role, IRequest<T> message, Guid? personId = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(personId ?? Guid.CreateVersion7(), $"Test {role.Role}", [role]);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    public static async Task<ScopedRole> LeadAsync(this CcriApp app, string code, Guid? subGroup = null) => new(Role.Lead, null, await app.GroupAsync(code), subGroup);

    public static async Task CirculateAsync(this CcriApp app, Guid id) => await app.SendAsync(new CirculateMinutes.Command(id, (await app.SheetAsync(id)).Version));

    public static async Task FinaliseAsync(this CcriApp app, Guid id) => await app.SendAsync(new FinaliseMinutes.Command(id, (await app.SheetAsync(id)).Version));

    /// <summary>An officer that is in the register, who can be given something to do.</summary>
    public static async Task<Guid> OfficerAsync(this CcriApp app, string name) =>
        (await app.SendAsSystemAsync(new Ccri.Web.Features.Accounts.AddPerson.Command($"{Guid.NewGuid():N}@example.org", name, Role.Officer, null))).PersonId;

    public static SessionFields.TypedItem Point(ItemKind kind, string text) => new() { Kind = kind, Text = text };

    public static SessionFields.TypedFollowUp FollowUp(string what, OwnerKey owner, DateOnly? due = null) => new() { What = what, Owner = owner.ToString(), Due = due ?? Autumn.AddDays(14) };
}
