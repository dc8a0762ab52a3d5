using Ccri.Domain.Needs;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Demonstration;

/// <summary>A territory that takes part and has a name: each of them is said to have been assessed.</summary>
internal sealed record Supported(Guid Id, string Slug, string Name, Tier Tier)
{
    public static async Task<IReadOnlyList<Supported>> ReadAsync(CcriDbContext db, CancellationToken cancellationToken) =>
        [.. (await (from t in db.Territories.Where(t => !t.IsPlaceholder)
                    from p in t.Participations.Where(p => p.To == null)
                    join tier in db.Tiers on p.TierId equals tier.Id
                    select new { t.Id, t.Slug, t.Name, Tier = tier }).AsNoTracking().ToListAsync(cancellationToken))
            .Select(t => new Supported(t.Id, t.Slug, t.Name, t.Tier)).OrderBy(t => t.Slug, StringComparer.Ordinal)];
}

/// <summary>What is to become of an invented need.</summary>
internal enum Fate
{
    Met,
    Partly,
    NotMet,
    InSupport,

    /// <summary>Nobody serves it.</summary>
    Open,
    Over,
}

/// <summary>An invented need on its way.</summary>
/// <param name="since">When it was raised, or split from another.</param>
internal sealed class NeedStory(Need need, Supported territory, DateOnly since, Fate fate)
{
    public Need Need { get; } = need;
    public Supported Territory { get; } = territory;
    public DateOnly Since { get; } = since;
    public Fate Fate { get; set; } = fate;

    /// <summary>When something served it for the last time.</summary>
    public DateOnly? ServedOn { get; private set; }

    public bool IsToBeServed => Fate is Fate.Met or Fate.Partly or Fate.NotMet or Fate.InSupport;

    public void Serve(DateOnly on)
    {
        Need.Serve();
        ServedOn = on > ServedOn ? on : ServedOn ?? on;
    }
}
