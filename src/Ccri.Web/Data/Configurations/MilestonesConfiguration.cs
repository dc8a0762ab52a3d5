using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.HasOne<Solution>().WithMany().HasForeignKey(m => m.SolutionId).OnDelete(DeleteBehavior.Cascade);
        milestone.HasOne<PlanAction>().WithMany().HasForeignKey(m => m.ActionId).OnDelete(DeleteBehavior.Cascade);
        milestone.HasMany(m => m.Moves).WithOne().HasForeignKey(m => m.MilestoneId);
        milestone.HasIndex(m => new { m.TerritoryId, m.Due });
        milestone.Ignore(m => m.Expected);
    }
}

public sealed class MilestoneMoveConfiguration : IEntityTypeConfiguration<MilestoneMove>
{
    public void Configure(EntityTypeBuilder<MilestoneMove> move)
    {
        move.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        move.Ignore(m => m.Days);
    }
}
