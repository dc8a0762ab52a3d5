using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>What the office delivers, as far as the rows of this system tell it; for any periods, in the same number of questions. Source: domain.md 6.2.</summary>
public sealed class ComputedIndicators(CcriDbContext db, Access access, ProgrammeCalendar calendar)
{
    public const string Contacts = "DEL-02", Milestones = "DEL-06", Secured = "DEL-12";

    /// <summary>Whether nobody enters values of it.</summary>
    public static bool Contains(string code) => code is Contacts or Milestones or Secured;

    /// <param name="How">In a sentence, with what is left out.</param>
    /// <param name="Values">One for each period; empty where there was nothing to compute it of.</param>
    /// <param name="IsAsOf">Tells how things are at the end of a period; the others tell what happened in it.</param>
    public sealed record Computed(string How, IReadOnlyList<decimal?> Values, bool IsAsOf = false);

    /// <summary>By the code of the indicator.</summary>
    public async Task<IReadOnlyDictionary<string, Computed>> ReadAsync(IReadOnlyList<Period> periods, CancellationToken cancellationToken) => new Dictionary<string, Computed>
    {
        [Contacts] = await ContactsAsync(periods, cancellationToken),
        [Milestones] = await MilestonesAsync(periods, cancellationToken),
        [Secured] = await SecuredAsync(periods, cancellationToken),
    };

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
