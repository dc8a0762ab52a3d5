using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Indicators;
using Ccri.Domain.Milestones;
using Ccri.Domain.Needs;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

/// <summary>All that was invented in a database, as lines of text. Ids of what was loaded are left out: they are each database's own.</summary>
internal static class DemonstrationContent
{
    private static readonly string[] Loaded = ["Version", "TerritoryId", "OrganisationId", "IndicatorId", "SolutionId", "PlanId", "ActionPlanId", "SubjectId", "VersionId", "WorkingGroupId", "SubGroupId", "OwnerTerritoryId"];

    public static async Task<List<string>> OfAsync(CcriDbContext db, CancellationToken cancellationToken)
    {
        var loaded = await db.LoadedRows.Select(r => r.SubjectId).ToHashSetAsync(cancellationToken);
        var lines = new List<string>();
        await Add<Plan>();
        await Add<Objective>();
        await Add<PlanAction>();
        await Add<Lead>();
        await Add<Effect>();
        await Add<InvestmentProject>();
        await Add<StageChange>();
        await Add<FundingLine>();
        await Add<SectionScore>();
        await Add<PlanReview>();
        await Add<Recommendation>();
        await Add<PlanVersion>();
        await Add<Solution>();
        await Add<PhaseEntry>();
        await Add<StateChange>();
        await Add<Strand>();
        await Add<Actor>();
        await Add<Factor>();
        await Add<CriterionScore>();
        await Add<Milestone>();
        await Add<MilestoneMove>();
        await Add<RoadmapVersion>();
        await Add<Acceptance>(acceptance => acceptance.Rule == Acceptance.Status); // the fingerprints of others are of a tier, which is loaded
        await Add<StatusEntry>(entry => entry.At.TimeOfDay == new TimeSpan(14, 0, 0)); // the job that writes statuses down has been here, too
        await Add<IndicatorSeries>();
        await Add<Observation>();
        await Add<Risk>();
        await Add<AssessmentRound>();
        await Add<Rating>();
        await Add<Need>();
        await Add<NeedStep>();
        await Add<SupportActivity>();
        await Add<ActivityTerritory>();
        await Add<ServedNeed>();
        await Add<PlannedDays>();
        await Add<LoggedContact>();
        await Add<Session>();
        await Add<Attendee>();
        await Add<Guest>();
        await Add<SessionItem>();
        await Add<ItemTerritory>();
        await Add<ItemSolution>();
        await Add<SessionStep>();
        await Add<Objection>();
        await Add<GroupReportText>();
        return lines;

        async Task Add<T>(Func<T, bool>? isInvented = null) where T : Entity
        {
            var properties = db.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => !Loaded.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
            foreach (var row in (await db.Set<T>().AsNoTracking().ToListAsync(cancellationToken)).Where(row => !loaded.Contains(row.Id) && isInvented?.Invoke(row) != false).OrderBy(row => row.Id))
                lines.Add($"{typeof(T).Name} {string.Join(" | ", properties.Select(p => $"{p.Name}={Text(p.GetGetter().GetClrValue(row))}"))}");
        }
    }

    private static string Text(object? value) => value switch
    {
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        IEnumerable<Guid> ids => string.Join(";", ids),
        IEnumerable<string> texts => string.Join(";", texts),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
