using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class AcceptanceConfiguration : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.Property(a => a.Rule).HasMaxLength(60);
        acceptance.Property(a => a.Fingerprint).HasMaxLength(64);
        acceptance.Property(a => a.Reason).HasMaxLength(Acceptance.LongestReason);
        acceptance.HasIndex(a => new { a.SubjectId, a.Rule });
        acceptance.HasOne<Territory>().WithMany().HasForeignKey(a => a.TerritoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
