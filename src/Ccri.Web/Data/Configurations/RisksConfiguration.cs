using Ccri.Domain.Organisations;
using Ccri.Domain.Risks;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class RiskConfiguration : IEntityTypeConfiguration<Risk>
{
    public void Configure(EntityTypeBuilder<Risk> risk)
    {
        risk.Property(r => r.Title).HasMaxLength(Risk.LongestTitle);
        risk.Property(r => r.Mitigation).HasMaxLength(Risk.LongestText);
        risk.Property(r => r.Outcome).HasMaxLength(Risk.LongestText);
        risk.Ignore(r => r.Weight);
        risk.Ignore(r => r.IsOpen);
        risk.HasIndex(r => r.TerritoryId);
        risk.HasOne<Territory>().WithMany().HasForeignKey(r => r.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        risk.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OwnerOrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
