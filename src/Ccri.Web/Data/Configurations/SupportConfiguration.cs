using Ccri.Domain.Needs;
using Ccri.Domain.Organisations;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class SupportActivityConfiguration : IEntityTypeConfiguration<SupportActivity>
{
    public void Configure(EntityTypeBuilder<SupportActivity> activity)
    {
        activity.Ignore(a => a.CalendarDays);
        activity.Property(a => a.Days).HasPrecision(9, 2);
        activity.Property(a => a.Hours).HasPrecision(9, 2);
        activity.Property(a => a.Satisfaction).HasPrecision(3, 1);
        activity.HasIndex(a => a.On);
        activity.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        activity.HasMany(a => a.Territories).WithOne().HasForeignKey(t => t.ActivityId).OnDelete(DeleteBehavior.Cascade);
        activity.HasMany(a => a.Needs).WithOne().HasForeignKey(n => n.ActivityId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ActivityTerritoryConfiguration : IEntityTypeConfiguration<ActivityTerritory>
{
    public void Configure(EntityTypeBuilder<ActivityTerritory> territory)
    {
        territory.HasIndex(t => new { t.ActivityId, t.TerritoryId }).IsUnique();
        territory.HasOne<Territory>().WithMany().HasForeignKey(t => t.TerritoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ServedNeedConfiguration : IEntityTypeConfiguration<ServedNeed>
{
    public void Configure(EntityTypeBuilder<ServedNeed> served)
    {
        served.HasIndex(s => new { s.ActivityId, s.NeedId }).IsUnique();
        served.HasOne<Need>().WithMany().HasForeignKey(s => s.NeedId).OnDelete(DeleteBehavior.Restrict);
        served.HasIndex(s => s.TerritoryId);
    }
}

public sealed class PlannedDaysConfiguration : IEntityTypeConfiguration<PlannedDays>
{
    public void Configure(EntityTypeBuilder<PlannedDays> planned)
    {
        planned.Property(p => p.Days).HasPrecision(9, 2);
        planned.HasIndex(p => new { p.OrganisationId, p.TerritoryId, p.Quarter }).IsUnique();
        planned.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        planned.HasOne<Territory>().WithMany().HasForeignKey(p => p.TerritoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
