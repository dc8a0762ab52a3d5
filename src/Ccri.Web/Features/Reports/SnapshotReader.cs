using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Reports;
using Ccri.Domain.Risks;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Reads what a snapshot holds, for one territory or for all: the same number of questions to the database however many.</summary>
public sealed class SnapshotReader(CcriDbContext db, StatusReader statuses, FindingReader findings, HeldDemonstration demonstration, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <param name="territories">What they hold is the same for whoever asks: nothing here depends on the user.</param>
    /// <returns>In the order of the territories' names.</returns>
    public async Task<IReadOnlyList<TerritorySnapshot>> ReadAsync(IQueryable<Territory> territories, SnapshotPeriod period, SnapshotCause cause, CancellationToken cancellationToken)
    {
        var ids = territories.Select(t => t.Id);
        var now = clock.GetUtcNow().UtcDateTime;
        var at = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var notice = await demonstration.NoticeAsync();
        var said = await SaidBook.ReadAsync(db, ids, calendar, cancellationToken);
        var read = new SnapshotReading(db, ids, period, await statuses.ReadAsync(territories, cancellationToken), said, await PastAsync(ids, cancellationToken), calendar);

        var named = await TerritoriesAsync(territories, read, cancellationToken);
        var texts = await db.TerritoryReports.Where(r => ids.Contains(r.TerritoryId) && db.ReportingPeriods.Any(p => p.Id == r.PeriodId && p.Code == period.Code)).ToDictionaryAsync(r => r.TerritoryId, cancellationToken);
        var solutions = await SnapshotSolutions.ReadAsync(read, cancellationToken);
        var plans = await SnapshotPlans.ReadAsync(read, cancellationToken);
        var indicators = await SnapshotIndicators.ReadAsync(read, cancellationToken);
        var risks = await RisksAsync(read, cancellationToken);
        var assessments = await SnapshotAssessments.ReadAsync(read, cancellationToken);
        var needs = await SnapshotNeeds.ReadAsync(read, cancellationToken);
        var support = await SnapshotSupports.ReadAsync(db, ids, period, cancellationToken);
        var planned = await SnapshotSupports.PlannedAsync(db, ids, period, cancellationToken);
        var sessions = await SnapshotSessions.ReadAsync(db, ids, period, now, cancellationToken);
        var found = (await findings.ReadWithheldAsync(territories, cancellationToken))
            .ToLookup(f => f.Finding.TerritoryId, f => new SnapshotFinding(f.Finding.Kind, f.Finding.SubjectId, f.Finding.What, f.Why, f.Accepted?.Reason));

        return
        [
            .. named.Select(territory => new TerritorySnapshot
            {
                Period = period, CapturedAt = at, Day = read.Day, Cause = cause, Notice = notice, Territory = territory,
                Summary = Statement(texts.GetValueOrDefault(territory.Id), r => r.Summary, said),
                Next = Statement(texts.GetValueOrDefault(territory.Id), r => r.Next, said),
                Status = read.Status(territory.Id, territory.Id)!,
                Plans = [.. plans[territory.Id]], Solutions = [.. solutions[territory.Id]], Indicators = [.. indicators[territory.Id]], Risks = [.. risks[territory.Id]],
                Findings = [.. found[territory.Id].OrderBy(f => f.Accepted is not null).ThenBy(f => f.Kind).ThenBy(f => f.What, StringComparer.Ordinal).ThenBy(f => f.SubjectId)],
                Assessment = assessments.GetValueOrDefault(territory.Id), Needs = [.. needs[territory.Id]], Support = [.. support[territory.Id]], PlannedDays = [.. planned[territory.Id]], Sessions = [.. sessions[territory.Id]],
            }),
        ];
    }

    /// <summary>Up to the day: a demonstration replays days that come before what is written down already.</summary>
    private async Task<ILookup<Guid, Domain.Statuses.PastStatus>> PastAsync(IQueryable<Guid> territories, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var entries = await db.StatusEntries.Where(e => e.On <= today && territories.Contains(e.TerritoryId)).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.SubjectId, e.Status, e.On }).ToListAsync(cancellationToken);
        return entries.ToLookup(e => e.SubjectId, e => new Domain.Statuses.PastStatus(e.Status, e.On));
    }

    private async Task<List<SnapshotTerritory>> TerritoriesAsync(IQueryable<Territory> territories, SnapshotReading read, CancellationToken cancellationToken)
    {
        var rows = await territories.Select(t => new
        {
            t.Id, t.Slug, t.Name, t.SearchName, t.IsPlaceholder, t.CountryCode, t.Type, t.Population,
            Country = db.Countries.Where(c => c.Code == t.CountryCode).Select(c => c.Name).FirstOrDefault(),
            Confidence = db.FactNotes.Where(n => n.SubjectId == t.Id && n.Field == nameof(Territory.Participations)).Select(n => (Confidence?)n.Confidence).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var participations = (await (from p in db.Participations.HeldOn(read.Day).Where(p => read.Territories.Contains(p.TerritoryId))
                                     join tier in db.Tiers on p.TierId equals tier.Id
                                     join cohort in db.Cohorts on p.CohortId equals cohort.Id
                                     select new { p.TerritoryId, p.Id, p.From, Tier = tier.Name, Cohort = cohort.Name }).ToListAsync(cancellationToken))
            .OrderByDescending(p => p.From).ThenBy(p => p.Id).ToLookup(p => p.TerritoryId);
        var roles = (await (from r in db.OrganisationRoles.NotOverBy(read.Day).Where(r => r.TerritoryId != null && read.Territories.Contains(r.TerritoryId.Value)
                                && (r.Kind == OrganisationRoleKind.LeadOrganisation || r.Kind == OrganisationRoleKind.AccompanyingPartner))
                            join o in db.Organisations on r.OrganisationId equals o.Id
                            select new { r.TerritoryId, r.Kind, o.Name, o.Acronym }).ToListAsync(cancellationToken)).ToLookup(r => (r.TerritoryId!.Value, r.Kind), r => r.Kind == OrganisationRoleKind.LeadOrganisation ? r.Name : r.Acronym ?? r.Name);
        var groups = (await (from m in db.GroupMemberships.HeldOn(read.Day).Where(m => m.TerritoryId != null && read.Territories.Contains(m.TerritoryId.Value))
                             join g in db.WorkingGroups on m.WorkingGroupId equals g.Id
                             select new { m.TerritoryId, g.Name }).ToListAsync(cancellationToken)).ToLookup(m => m.TerritoryId!.Value, m => m.Name);

        string? Names(Guid territory, OrganisationRoleKind kind) => string.Join(", ", roles[(territory, kind)].Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } names ? names : null;

        return
        [
            .. rows.OrderBy(t => t.SearchName, StringComparer.Ordinal).ThenBy(t => t.Id).Select(t => new SnapshotTerritory(t.Id, t.Slug, t.Name, !t.IsPlaceholder, t.Confidence is Confidence.High or Confidence.Medium,
                participations[t.Id].FirstOrDefault()?.Tier, participations[t.Id].FirstOrDefault()?.Cohort, t.CountryCode, t.Country, t.Type, t.Population,
                Names(t.Id, OrganisationRoleKind.LeadOrganisation), Names(t.Id, OrganisationRoleKind.AccompanyingPartner))
            {
                Groups = [.. groups[t.Id].Distinct().Order(StringComparer.Ordinal)], Said = read.Said.Of(t.Id, t.Id),
            }),
        ];
    }

    /// <summary>Open ones and those closed since the period began, the gravest first.</summary>
    private async Task<ILookup<Guid, SnapshotRisk>> RisksAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var risks = await (from r in db.Risks.AsNoTracking().Where(r => read.Territories.Contains(r.TerritoryId) && (r.ClosedOn == null || r.ClosedOn >= read.Period.From))
                           join o in db.Organisations on r.OwnerOrganisationId equals o.Id into owners
                           from owner in owners.DefaultIfEmpty()
                           select new { Risk = r, Owner = owner!.Name }).ToListAsync(cancellationToken);
        return risks.OrderBy(r => !r.Risk.IsOpen).ThenByDescending(r => r.Risk.Weight).ThenBy(r => r.Risk.Title, StringComparer.Ordinal).ThenBy(r => r.Risk.Id).ToLookup(r => r.Risk.TerritoryId, r => Of(r.Risk, r.Owner, read));
    }

    private static SnapshotRisk Of(Risk risk, string? owner, SnapshotReading read) =>
        new(risk.Id, risk.Kind, risk.Title, risk.Probability, risk.Impact, risk.Mitigation, owner, risk.RaisedOn, risk.ClosedOn, risk.Outcome) { Said = read.Said.Of(risk.Id, risk.TerritoryId) };

    private Statement? Statement(TerritoryReport? report, Func<TerritoryReport, string?> text, SaidBook said) => report is not null && text(report) is { } words && report.WrittenAt is { } at
        ? new Statement(words, new Said(report.WrittenById is { } person ? said.RoleOf(person, report.TerritoryId) : SaidBook.Office, calendar.DayOf(at), Confirmed: false)) : null;
}
