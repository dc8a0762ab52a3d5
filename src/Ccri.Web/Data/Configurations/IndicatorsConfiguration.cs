using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.HasIndex(i => i.Code).IsUnique();
        indicator.Ignore(i => i.Units);
    }
}

public sealed class IndicatorSeriesConfiguration : IEntityTypeConfiguration<IndicatorSeries>
{
    public void Configure(EntityTypeBuilder<IndicatorSeries> series)
    {
        series.HasOne<Indicator>().WithMany().HasForeignKey(s => s.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        series.HasOne<Territory>().WithMany().HasForeignKey(s => s.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        series.HasOne<Solution>().WithMany().HasForeignKey(s => s.SolutionId).OnDelete(DeleteBehavior.Restrict);
        series.HasIndex(s => new { s.IndicatorId, s.SubjectId }).IsUnique();
        series.Property(s => s.Baseline).HasPrecision(24, IndicatorSeries.MostDecimals);
        series.Property(s => s.Target).HasPrecision(24, IndicatorSeries.MostDecimals);
    }
}

public sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> observation)
    {
        observation.HasOne<IndicatorSeries>().WithMany().HasForeignKey(o => o.SeriesId).OnDelete(DeleteBehavior.Cascade);
        observation.HasOne<Territory>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        observation.HasOne<Observation>().WithMany().HasForeignKey(o => o.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        observation.HasOne<Person>().WithMany().HasForeignKey(o => o.RecordedById).OnDelete(DeleteBehavior.Restrict);
        observation.HasOne<Person>().WithMany().HasForeignKey(o => o.EndedById).OnDelete(DeleteBehavior.Restrict);
        observation.HasIndex(o => new { o.SeriesId, o.On }).IsUnique().HasFilter("\"EndedAt\" IS NULL"); // one value that holds for a day
        observation.Property(o => o.Value).HasPrecision(24, IndicatorSeries.MostDecimals);
        observation.Ignore(o => o.IsCurrent);
    }
}
