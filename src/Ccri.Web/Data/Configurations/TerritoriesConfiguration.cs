using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class TerritoryConfiguration : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> territory)
    {
        territory.Property(t => t.Slug).HasMaxLength(80);
        territory.HasIndex(t => t.Slug).IsUnique();
        territory.Property(t => t.Name).HasMaxLength(300);
        territory.HasIndex(t => t.Name).IsUnique();
        territory.HasIndex(t => t.SearchName);
        territory.HasMany(t => t.Participations).WithOne().HasForeignKey(p => p.TerritoryId);
    }
}

public sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.HasOne<Cohort>().WithMany().HasForeignKey(p => p.CohortId).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Tier>().WithMany().HasForeignKey(p => p.TierId).OnDelete(DeleteBehavior.Restrict);
    }
}
