using Ccri.Domain.Needs;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Reminders;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Of a territory as a whole.</summary>
public sealed partial class ReminderFactReader
{
    /// <summary>A report that is still to be submitted. That a period opens is no news any more once a reminder of it would come too late.</summary>
    private async Task<IEnumerable<ReminderFact>> PeriodsAsync(ReminderKind kind, Asked asked, CancellationToken cancellationToken)
    {
        var isOpening = kind == ReminderKind.PeriodOpening;
        var newsSince = isOpening ? asked.Today.AddDays(-Reminder.UsefulDays) : DateOnly.MinValue;
        var rows = await (from r in asked.Only(db.TerritoryReports.Where(r => r.CapturedAt == null && (r.State == ReportState.NoData || r.State == ReportState.InProgress || r.State == ReportState.Returned)))
                          join p in db.ReportingPeriods on r.PeriodId equals p.Id
                          where !p.IsFrozen && p.OpensOn >= newsSince
                          orderby p.From, r.Id
                          select new { r.Id, r.TerritoryId, p.Code, p.Name, p.OpensOn, p.CutOffOn }).ToListAsync(cancellationToken);
        return rows.Where(r => asked.Places.ContainsKey(r.TerritoryId)).SelectMany(r => asked.Of(r.TerritoryId, kind, r.Id, isOpening ? r.OpensOn : r.CutOffOn,
            isOpening ? $"{r.Name}: the report can be submitted" : $"{r.Name}: last day to submit the report", $"reports/{r.Code}/territories/{asked.Places[r.TerritoryId].Slug}"));
    }

    /// <summary>Who was never assessed has no day on which the next round is due.</summary>
    private async Task<IEnumerable<ReminderFact>> AssessmentsAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await db.AssessmentRounds.GroupBy(r => r.TerritoryId).Select(g => new { Territory = g.Key, Last = g.Max(r => r.On) }).ToListAsync(cancellationToken);
        return OfTerritories(asked, rows.ToDictionary(r => r.Territory, r => r.Last), (place, last) =>
            asked.Of(place.Id, ReminderKind.AssessmentDue, place.Id, last.AddMonths(AssessmentRound.MonthsUntilNext), $"Needs assessment of {place.Name}, last held on {Words.Of(last)}", $"needs/{place.Slug}"));
    }

    /// <summary>Of each territory the day on which the first of its facts is stale.</summary>
    private async Task<IEnumerable<ReminderFact>> UnconfirmedAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await (from n in db.ConfirmableFacts()
                          join row in db.FactRows(asked.Today) on n.SubjectId equals row.Row
                          where n.Field == "" || n.SubjectId == row.Territory
                          group n by row.Territory into facts
                          select new { Territory = facts.Key, First = facts.Min(n => n.ConfirmedAt ?? n.RecordedAt) }).ToListAsync(cancellationToken);
        return OfTerritories(asked, rows.ToDictionary(r => r.Territory, r => calendar.DayOf(DateTime.SpecifyKind(r.First, DateTimeKind.Utc))), (place, first) =>
            asked.Of(place.Id, ReminderKind.FactsNotConfirmed, place.Id, FactNote.StaleFrom(first), $"Facts of {place.Name} to be confirmed", $"territories/{place.Slug}"));
    }

    /// <summary>The first day on which it is quiet (<see cref="QuietTerritories"/>). Without any contact, the days count from its first in the initiative. The log of contacts is not for the territory itself, so its own people are not told.</summary>
    private async Task<IEnumerable<ReminderFact>> QuietAsync(Asked asked, CancellationToken cancellationToken)
    {
        var contacts = await db.LoggedContacts.GroupBy(c => c.TerritoryId).Select(g => new { Territory = g.Key, Last = g.Max(c => c.On) }).ToDictionaryAsync(c => c.Territory, c => c.Last, cancellationToken);
        var joined = await db.Participations.HeldOn(asked.Today).Where(p => p.From != null).GroupBy(p => p.TerritoryId).Select(g => new { Territory = g.Key, First = g.Min(p => p.From!.Value) }).ToDictionaryAsync(p => p.Territory, p => p.First, cancellationToken);
        foreach (var (territory, first) in joined)
            contacts.TryAdd(territory, first);
        return OfTerritories(asked, contacts, (place, last) => place.IsPlaceholder ? [] : asked
            .Of(place.Id, ReminderKind.TerritoryQuiet, place.Id, last.AddDays(calendar.QuietAfterDays + 1), $"{place.Name} has gone quiet, last contact on {Words.Of(last)}", $"territories/{place.Slug}/log")
            .Select(fact => fact with { Readers = ReminderReaders.Office, People = Told(officers: asked.People.OfficersOf(place.Id), coordinators: asked.People.Coordinators) }));
    }

    private static IEnumerable<ReminderFact> OfTerritories(Asked asked, Dictionary<Guid, DateOnly> days, Func<Place, DateOnly, IEnumerable<ReminderFact>> fact) =>
        asked.Places.Values.OrderBy(p => p.Slug, StringComparer.Ordinal).Where(p => days.ContainsKey(p.Id) && (asked.Subjects?.Contains(p.Id) ?? true)).SelectMany(p => fact(p, days[p.Id]));
}
