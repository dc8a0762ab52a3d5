using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

public enum StatementKind
{
    Register,
    Plan,
    Solution,
    Indicator,
    Risk,
}

/// <summary>Something that a territory states, which somebody can confirm as it stands.</summary>
/// <param name="Address">Of its page, below the site's root.</param>
/// <param name="SaidOn">When somebody last wrote or confirmed it, or a part of it; empty when nobody has.</param>
/// <param name="By">Who that was; empty where it comes from a public source.</param>
/// <param name="IsConfirmed">Whether it was confirmed as it stood; it was written otherwise.</param>
/// <param name="IsStale">Nobody has said so for two quarters.</param>
public sealed record ConfirmableStatement(Guid Subject, StatementKind Kind, string Name, string Address, DateOnly? SaidOn, string? By, bool IsConfirmed, bool IsStale);

/// <summary>Lists what a territory states, with who said it last: what is written of a part counts for the whole.</summary>
public sealed class StatementReader(CcriDbContext db, ProgrammeCalendar calendar)
{
    private sealed record Thing(Guid Id, StatementKind Kind, string Name, string Address);

    private sealed record Said(DateTime At, Guid? PersonId, bool IsConfirmed);

    /// <returns>Those that nobody has confirmed for two quarters first, the oldest first.</returns>
    public async Task<IReadOnlyList<ConfirmableStatement>> OfAsync(Guid territoryId, CancellationToken cancellationToken)
    {
        var things = await ThingsAsync(territoryId, cancellationToken);
        var wholes = await WholesAsync(territoryId, cancellationToken);
        var said = new Dictionary<Guid, Said>();
        void Hear(Guid subject, Said what)
        {
            var whole = wholes.GetValueOrDefault(subject, subject);
            if (!said.TryGetValue(whole, out var known) || what.At > known.At)
                said[whole] = what;
        }

        foreach (var written in await db.AuditRows.Where(a => a.TerritoryId == territoryId && a.PersonId != null && a.Noun != nameof(FactNote))
            .GroupBy(a => new { a.SubjectId, a.PersonId }).Select(g => new { g.Key.SubjectId, g.Key.PersonId, At = g.Max(a => a.At) }).ToListAsync(cancellationToken))
            Hear(written.SubjectId, new Said(written.At, written.PersonId, IsConfirmed: false));
        foreach (var note in await db.FactNotes.Where(n => n.TerritoryId == territoryId).Select(n => new { n.SubjectId, n.ConfirmedAt, n.ConfirmedById, n.RecordedAt, n.Sources }).ToListAsync(cancellationToken))
        {
            if (note.ConfirmedAt is { } confirmed)
                Hear(note.SubjectId, new Said(confirmed, note.ConfirmedById, IsConfirmed: true));
            else if (note.Sources.Count > 0)
                Hear(note.SubjectId, new Said(note.RecordedAt, null, IsConfirmed: false));
        }

        var persons = said.Values.Select(s => s.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.Persons.Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var since = calendar.Today.AddMonths(-FactNote.MonthsUntilStale);
        return
        [
            .. things.Select(thing => said.GetValueOrDefault(thing.Id) is { } last
                ? new ConfirmableStatement(thing.Id, thing.Kind, thing.Name, thing.Address, calendar.DayOf(last.At), last.PersonId is { } id ? names.GetValueOrDefault(id) : null, last.IsConfirmed, calendar.DayOf(last.At) < since)
                : new ConfirmableStatement(thing.Id, thing.Kind, thing.Name, thing.Address, null, null, IsConfirmed: false, IsStale: true))
                .OrderByDescending(s => s.IsStale).ThenBy(s => s.SaidOn).ThenBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Subject),
        ];
    }

    private async Task<List<Thing>> ThingsAsync(Guid territoryId, CancellationToken cancellationToken)
    {
        var things = new List<Thing>();
        var slug = await db.Territories.Where(t => t.Id == territoryId).Select(t => t.Slug).SingleAsync(cancellationToken);
        things.Add(new Thing(territoryId, StatementKind.Register, "What the register says", $"territories/{slug}"));
        things.AddRange((await db.Plans.Where(p => p.TerritoryId == territoryId && p.Status != PlanStatus.Expired).Select(p => new { p.Id, p.Title, p.Code }).ToListAsync(cancellationToken))
            .Select(p => new Thing(p.Id, StatementKind.Plan, p.Title, $"plans/{p.Code}")));
        things.AddRange((await db.Solutions.Where(s => s.TerritoryId == territoryId && s.State != SolutionState.Stopped).Select(s => new { s.Id, s.Title, s.Code }).ToListAsync(cancellationToken))
            .Select(s => new Thing(s.Id, StatementKind.Solution, s.Title, $"solutions/{s.Code}")));
        things.AddRange((await (from s in db.IndicatorSeries
                                join i in db.Indicators on s.IndicatorId equals i.Id
                                where s.TerritoryId == territoryId
                                select new { s.Id, i.Name }).ToListAsync(cancellationToken)).Select(s => new Thing(s.Id, StatementKind.Indicator, s.Name, $"indicators/series/{s.Id}")));
        things.AddRange((await db.Risks.Where(r => r.TerritoryId == territoryId && r.ClosedOn == null).Select(r => new { r.Id, r.Title }).ToListAsync(cancellationToken))
            .Select(r => new Thing(r.Id, StatementKind.Risk, r.Title, $"risks/{r.Id}/edit")));
        return things;
    }

    /// <summary>Parts, and what they are parts of.</summary>
    private async Task<Dictionary<Guid, Guid>> WholesAsync(Guid territoryId, CancellationToken cancellationToken)
    {
        var wholes = (await db.PlanActions.Where(a => a.TerritoryId == territoryId).Select(a => new { a.Id, Of = a.PlanId }).ToListAsync(cancellationToken))
            .Concat(await db.InvestmentProjects.Where(p => p.TerritoryId == territoryId).Select(p => new { p.Id, Of = p.PlanId }).ToListAsync(cancellationToken))
            .Concat(await db.FundingLines.Where(l => l.TerritoryId == territoryId).Select(l => new { l.Id, Of = l.PlanId }).ToListAsync(cancellationToken))
            .Concat(await db.SectionScores.Where(s => s.TerritoryId == territoryId).Select(s => new { s.Id, Of = s.PlanId }).ToListAsync(cancellationToken))
            .Concat(await db.Observations.Where(o => o.TerritoryId == territoryId).Select(o => new { o.Id, Of = o.SeriesId }).ToListAsync(cancellationToken))
            .ToDictionary(x => x.Id, x => x.Of);
        foreach (var milestone in await db.Milestones.Where(m => m.TerritoryId == territoryId).Select(m => new { m.Id, Of = m.SolutionId ?? m.ActionId }).ToListAsync(cancellationToken))
            wholes[milestone.Id] = wholes.GetValueOrDefault(milestone.Of!.Value, milestone.Of.Value);
        return wholes;
    }
}
