using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

/// <summary>Territories put straight into the database, and the questions that several classes ask.</summary>
internal static class TerritorySamples
{
    public static Task<Guid> AddTerritoryAsync(this CcriApp app, string slug, string name, string? country = null) => app.WithDatabaseAsync(async db =>
    {
        var territory = new Territory(slug, name);
        territory.LieIn(country);
        db.Territories.Add(territory);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return territory.Id;
    });

    /// <summary>Changes a territory as a person would, through its own verbs.</summary>
    public static Task<Guid> ChangeTerritoryAsync(this CcriApp app, string slug, Action<Territory> change) => app.WithDatabaseAsync(async db =>
    {
        var territory = await db.Territories.SingleAsync(t => t.Slug == slug, TestContext.Current.CancellationToken);
        change(territory);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return territory.Id;
    });

    public static Task<Guid> TerritoryIdAsync(this CcriApp app, string slug) =>
        app.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));

    public static async Task<IReadOnlyList<ListTerritories.Row>> ListAsync(this CcriApp app, ListTerritories.Query query, Role role = Role.Officer, Guid? territoryId = null) =>
        (await app.SendAsync(query with { Size = 10_000 }, role, territoryId)).Rows;

    public static async Task<IEnumerable<string>> NamesAsync(this CcriApp app, ListTerritories.Query query) => (await app.ListAsync(query)).Select(r => r.Name);
}
