using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>What somebody should look at this week, in the territories that this person may change.</summary>
/// <param name="Due">Late first; as many as fit.</param>
/// <param name="Quiet">Without a logged contact for too long; empty for those who do not read the log.</param>
/// <param name="Findings">What does not fit together, and nobody has accepted.</param>
/// <param name="MissingValues">Indicators without a value for a year.</param>
/// <param name="WaitingNeeds">Needs that nobody has served for too long; none for those who give no support.</param>
public sealed record Attention(IReadOnlyList<DueThing> Due, int MoreDue, IReadOnlyDictionary<Guid, string> Slugs, IReadOnlyList<QuietTerritory> Quiet, int Findings, int MissingValues, int WaitingNeeds, int QuietAfterDays)
{
    /// <summary>The address of the only territory that is looked after, so that what is counted leads to it; empty when there are several.</summary>
    public string? OnlySlug { get; init; }

    public bool IsNothing => Due.Count + Quiet.Count + Findings + MissingValues + WaitingNeeds == 0;
}

/// <param name="Last">The day of its last contact; empty when none was logged.</param>
public sealed record QuietTerritory(string Name, string Slug, DateOnly? Last, int Days);

/// <summary>Puts together what needs somebody: always with the same number of questions.</summary>
public sealed class AttentionReader(CcriDbContext db, Access access, FindingReader findings, ProgrammeCalendar calendar)
{
    public const int MostDue = 8;

    /// <param name="book">Of the territories whose work the person may see.</param>
    public async Task<Attention> ReadAsync(StatusBook book, IReadOnlyDictionary<Guid, string> codes, IReadOnlyDictionary<Guid, string> slugs, CancellationToken cancellationToken)
    {
        var due = book.Due(codes, access.MayEdit);
        var visible = access.WithVisibleWork(db.Territories);
        var open = (await findings.ReadAsync(visible, cancellationToken)).Count(f => f.Accepted is null && access.MayEdit(f.Finding.TerritoryId));
        var missing = (await MissingValues(visible.Select(t => t.Id)).ToListAsync(cancellationToken)).Where(m => access.MayEdit(m.Territory)).Sum(m => m.Count);
        return new Attention([.. due.Take(MostDue)], Math.Max(0, due.Count - MostDue), slugs, await QuietAsync(cancellationToken), open, missing, await WaitingNeedsAsync(visible.Select(t => t.Id), cancellationToken), calendar.Today.DayNumber - calendar.QuietBefore.DayNumber)
        {
            OnlySlug = slugs.Where(s => access.MayEdit(s.Key)).Take(2).ToList() is [var only] ? only.Value : null,
        };
    }

    private async Task<List<QuietTerritory>> QuietAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var quiet = await db.QuietOf(access.WithVisibleWork(db.Territories), calendar).OrderBy(t => t.SearchName).ThenBy(t => t.Id)
            .Select(t => new { t.Id, t.Name, t.Slug, Last = db.LoggedContacts.Where(c => c.TerritoryId == t.Id).Max(c => (DateOnly?)c.On) }).ToListAsync(cancellationToken);
        return [.. quiet.Where(t => access.MayEditForOffice(t.Id)).Select(t => new QuietTerritory(t.Name, t.Slug, t.Last, t.Last is { } last ? today.DayNumber - last.DayNumber : 0))];
    }

    private async Task<int> WaitingNeedsAsync(IQueryable<Guid> territories, CancellationToken cancellationToken)
    {
        var open = await db.Needs.Where(n => (n.State == NeedState.Open || n.State == NeedState.InSupport) && territories.Contains(n.TerritoryId)).Select(n => new
        {
            n.TerritoryId, n.RaisedOn,
            ServedOn = db.ServedNeeds.Where(s => s.NeedId == n.Id).Join(db.SupportActivities, s => s.ActivityId, a => a.Id, (s, a) => (DateOnly?)(a.Until ?? a.On)).Max(),
        }).ToListAsync(cancellationToken);
        return open.Count(n => access.MayEditForOffice(n.TerritoryId) && Unserved.IsTooLong(isOpen: true, n.RaisedOn, n.ServedOn, calendar.Today));
    }

    private IQueryable<Missing> MissingValues(IQueryable<Guid> territories) =>
        from s in db.Lacking(calendar.Today)
        where s.TerritoryId != null && territories.Contains(s.TerritoryId.Value)
        group s by s.TerritoryId!.Value into series
        select new Missing { Territory = series.Key, Count = series.Count() };

    private sealed class Missing
    {
        public Guid Territory { get; init; }
        public int Count { get; init; }
    }
}
