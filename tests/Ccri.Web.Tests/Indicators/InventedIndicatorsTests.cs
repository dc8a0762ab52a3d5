using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Indicators;

/// <summary>The indicators of the demonstration. That they are the same in both databases is asked with everything else that is invented.</summary>
public abstract class InventedIndicatorsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task They_show_each_way_that_an_indicator_can_go()
    {
        var (series, observations, marks) = await App.WithDatabaseAsync(async db => (await db.IndicatorSeries.AsNoTracking().ToListAsync(Cancellation), await db.Observations.AsNoTracking().ToListAsync(Cancellation),
            await db.FactNotes.Where(n => n.Confidence == Confidence.Illustrative).Select(n => n.SubjectId).ToListAsync(Cancellation)));

        series.ShouldAllBe(s => marks.Contains(s.Id) && s.Source!.StartsWith("Illustrative: "));
        observations.ShouldAllBe(o => o.Source.StartsWith("Illustrative: ") && (o.EndReason == null || o.EndReason.StartsWith("Illustrative: ")));
        observations.ShouldContain(o => o.EndedAt != null && observations.Any(next => next.SupersedesId == o.Id));
        series.ShouldContain(s => s.SubjectId == Guid.Empty);
        series.Where(s => s.TerritoryId is not null).GroupBy(s => s.TerritoryId).Count().ShouldBeGreaterThan(15);

        await using var scope = App.ScopeAs(Role.Coordinator);
        var services = scope.ServiceProvider;
        var book = await services.GetRequiredService<StatusReader>().ReadAsync(services.GetRequiredService<CcriDbContext>().Territories, Cancellation);
        var statuses = series.Where(s => s.TerritoryId is not null).Select(s => book.Of(s.Id)?.Status).ToList();
        new Rag?[] { Rag.OnTrack, Rag.AtRisk, Rag.Complete, Rag.NoData, null }.Except(statuses).ShouldBeEmpty();
        statuses.Count(s => s == Rag.OnTrack).ShouldBeGreaterThan(statuses.Count(s => s == Rag.AtRisk));

        var findings = await services.GetRequiredService<FindingReader>().ReadAsync(services.GetRequiredService<CcriDbContext>().Territories, Cancellation);
        findings.Count(f => f.Finding.Kind == FindingKind.SolutionWithoutIndicator).ShouldBeInRange(2, 5);
    }
}

public sealed class InventedIndicatorsOnSqlite(FilledSqliteApp app) : InventedIndicatorsTests(app), IClassFixture<FilledSqliteApp>;

public sealed class InventedIndicatorsOnPostgres(FilledPostgresApp app) : InventedIndicatorsTests(app), IClassFixture<FilledPostgresApp>;
