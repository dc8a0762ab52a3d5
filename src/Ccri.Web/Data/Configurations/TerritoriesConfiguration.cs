using Ccri.Domain.Accounts;
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

public sealed class ClusterMemberConfiguration : IEntityTypeConfiguration<ClusterMember>
{
    public void Configure(EntityTypeBuilder<ClusterMember> member)
    {
        member.Property(m => m.Name).HasMaxLength(300);
        member.HasOne<Territory>().WithMany().HasForeignKey(m => m.TerritoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class LoggedContactConfiguration : IEntityTypeConfiguration<LoggedContact>
{
    public void Configure(EntityTypeBuilder<LoggedContact> contact)
    {
        contact.HasOne<Territory>().WithMany().HasForeignKey(c => c.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<Person>().WithMany().HasForeignKey(c => c.FollowUpOwnerId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => new { c.TerritoryId, c.On });
        contact.HasIndex(c => new { c.FollowUpOwnerId, c.FollowUpDoneAt });
    }
}
