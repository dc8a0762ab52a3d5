using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>What the office delivers, as far as the rows of this system tell it; for any periods, in the same number of questions. Source: domain.md 6.2.</summary>
public sealed class ComputedIndicators(CcriDbContext db, Access access, ProgrammeCalendar calendar, TimeProvider clock)
{
    public const string Days = "DEL-01", Contacts = "DEL-02", Sessions = "DEL-03", Participants = "DEL-04", Satisfaction = "DEL-05", Milestones = "DEL-06", NeedsMet = "DEL-07", NeedsUnserved = "DEL-08", InTime = "DEL-11", Secured = "DEL-12";

    /// <summary>Whether nobody enters values of it.</summary>
    public static bool Contains(string code) => code is Days or Contacts or Sessions or Participants or Satisfaction or Milestones or NeedsMet or NeedsUnserved or InTime or Secured;

    /// <param name="How">In a sentence, with what is left out.</param>
    /// <param name="Values">One for each period; empty where there was nothing to compute it of.</param>
    /// <param name="IsAsOf">Tells how things are at the end of a period; the others tell what happened in it.</param>
    public sealed record Computed(string How, IReadOnlyList<decimal?> Values, bool IsAsOf = false);

    /// <summary>By the code of the indicator.</summary>
    public async Task<IReadOnlyDictionary<string, Computed>> ReadAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var needs = await NeedHistory.ReadAsync(db, cancellationToken);
        var sessions = await SessionsAsync(periods, cancellationToken);
        return new Dictionary<string, Computed>
        {
            [Days] = await DaysAsync(periods, cancellationToken),
            [Contacts] = await ContactsAsync(periods, cancellationToken),
            [Sessions] = new("Computed from the session log: sessions of working groups that were held.", Over(periods, period => sessions.Count(s => period.Contains(s.On) && s.Kind == SessionKind.Session))),
            [Participants] = new("Computed from the session log: people as counted, else one for each territory and organisation that came; of every session and event.", Over(periods, period => sessions.Where(s => period.Contains(s.On)).Sum(s => s.People))),
            [Satisfaction] = new("Computed from the session log: the mean of those sessions and events that asked.", Over(periods, period => Mean([.. sessions.Where(s => period.Contains(s.On)).Select(s => s.Satisfaction).OfType<decimal>()]))),
            [Milestones] = await MilestonesAsync(periods, cancellationToken),
            [NeedsMet] = new("Computed from the needs that were raised by the end of the period and not dropped: those that their territory calls met.", Over(periods, period => needs.PercentMetOn(Last(period))), IsAsOf: true),
            [NeedsUnserved] = new("Computed from the needs that were open at the end of the period and the support log.", Over(periods, period => needs.UnservedOn(Last(period))), IsAsOf: true),
            [InTime] = await InTimeAsync(periods, cancellationToken),
            [Secured] = await SecuredAsync(periods, cancellationToken),
        };
    }

    private async Task<Computed> DaysAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var (from, to) = (periods.Min(p => p.From), periods.Max(p => p.To));
        var given = await db.SupportActivities.Where(a => a.Days != null && a.On >= from && a.On <= to).Select(a => new { a.On, a.Days }).ToListAsync(cancellationToken);
        return new("Computed from the support log: each activity once, however many territories it was for, on its first day.",
            Over(periods, period => given.Where(a => period.Contains(a.On)).Sum(a => a.Days ?? 0)));
    }

    /// <summary>That were held; what lies ahead counts nowhere.</summary>
    private async Task<List<Session>> SessionsAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var (from, to, now) = (periods.Min(p => p.From), periods.Max(p => p.To), clock.GetUtcNow().UtcDateTime);
        return await db.Sessions.AsNoTracking().AsSplitQuery().Include(s => s.Attendees).Include(s => s.Guests).HeldBetween(from, to, now).OrderBy(s => s.Id).ToListAsync(cancellationToken);
    }

    private static decimal? Mean(List<decimal> scores) => scores.Count == 0 ? null : decimal.Round(scores.Average(), 1, MidpointRounding.AwayFromZero);

    /// <summary>Of the reporting periods that end in a period, once their cut-off has passed. A report that was sent back since was handed in nevertheless.</summary>
    private async Task<Computed> InTimeAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var (first, last, today) = (periods.Min(p => p.From), periods.Max(p => p.To), calendar.Today);
        var reports = await (from p in db.ReportingPeriods.Where(p => p.To >= first && p.To <= last && p.CutOffOn < today)
                             join r in db.TerritoryReports on p.Id equals r.PeriodId
                             where db.Territories.Any(t => t.Id == r.TerritoryId && !t.IsPlaceholder)
                             select new { p.To, p.CutOffOn, First = r.Steps.Where(s => s.Kind == ReportStepKind.Submitted).Min(s => (DateTime?)s.At) }).ToListAsync(cancellationToken);
        return new("Computed from the reports on periods whose cut-off has passed; places without a public name are left out.", Over(periods, period =>
        {
            var due = reports.Where(r => period.Contains(r.To)).ToList();
            return due.Count == 0 ? null : decimal.Round(100m * due.Count(r => r.First is { } at && calendar.DayOf(at) <= r.CutOffOn) / due.Count, 1);
        }));
    }

    private async Task<Computed> ContactsAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var (from, to) = (periods.Min(p => p.From), periods.Max(p => p.To));
        var contacts = await db.LoggedContacts.Where(c => c.On >= from && c.On <= to).Select(c => new { c.TerritoryId, c.On }).Distinct().ToListAsync(cancellationToken);
        return new("Computed from the contact log.",
            Over(periods, period => contacts.Where(c => period.Contains(c.On)).DistinctBy(c => c.TerritoryId).Count()));
    }

    /// <summary>A milestone counts from its agreed day on: before, nobody can say whether it will be in time.</summary>
    private async Task<Computed> MilestonesAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var (from, to) = (periods.Min(p => p.From), periods.Max(Last));
        var milestones = await db.Milestones.Where(m => m.SolutionId != null && m.Due >= from && m.Due <= to).Select(m => new { m.Due, m.DoneOn }).ToListAsync(cancellationToken);
        return new("Computed from the milestones of roadmaps whose agreed day has come.", Over(periods, period =>
        {
            var due = milestones.Where(m => period.Contains(m.Due)).ToList();
            return due.Count == 0 ? null : decimal.Round(100m * due.Count(m => m.DoneOn <= m.Due) / due.Count, 1);
        }));
    }

    /// <summary>Of territories that had support of their own on the last day of the period, and of projects that were not stopped since.</summary>
    private async Task<Computed> SecuredAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var supported = (await db.Participations.AsNoTracking().Where(p => db.Tiers.Any(t => t.Id == p.TierId && t.IndividualSupport)).ToListAsync(cancellationToken)).ToLookup(p => p.TerritoryId);
        var lines = await (from l in db.FundingLines
                           join p in db.InvestmentProjects on l.ProjectId equals p.Id
                           where p.Stage != ProjectStage.Stopped && (l.Status == FundingStatus.Contracted || l.Status == FundingStatus.Disbursed)
                           select new { l.TerritoryId, l.ProjectId, l.On, l.Amount, l.Currency, l.Rate, p.IsConfidential }).ToListAsync(cancellationToken);
        lines = [.. lines.Where(l => supported.Contains(l.TerritoryId))];
        var seen = lines.Where(l => !l.IsConfidential || access.SeesConfidentialAmounts(l.TerritoryId)).ToList();
        var (withheld, unknown) = (lines.Except(seen).DistinctBy(l => l.ProjectId).Count(), seen.Count(l => Money.InEuro(l.Amount, l.Currency, l.Rate) is null));
        string[] how =
        [
            "Computed from the funding lines that are contracted or paid out, of territories with individual support on the last day of the period. Lines without a day count in every period.",
            .. unknown > 0 ? [$"Left out: {Plural.Of(unknown, "line")} whose amount in euro is not known."] : (string[])[],
            .. withheld > 0 ? [$"Left out: {Plural.Of(withheld, "confidential project")}, whose amounts you may not see."] : (string[])[],
        ];
        return new(string.Join(' ', how), Over(periods, period => seen.Where(l => l.On is null || l.On <= Last(period)).Where(l => supported[l.TerritoryId].Any(p => p.HeldOn(Last(period))))
            .Sum(l => decimal.Round((Money.InEuro(l.Amount, l.Currency, l.Rate) ?? 0) / 100m))), IsAsOf: true);
    }

    /// <summary>Nothing is computed of a period that lies ahead.</summary>
    private IReadOnlyList<decimal?> Over(IReadOnlyList<Period> periods, Func<Period, decimal?> compute) => [.. periods.Select(period => period.From > calendar.Today ? null : compute(period))];

    private DateOnly Last(Period period) => period.To < calendar.Today ? period.To : calendar.Today;
}
