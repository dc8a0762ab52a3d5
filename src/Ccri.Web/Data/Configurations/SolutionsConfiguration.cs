using Ccri.Domain.Organisations;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class SolutionConfiguration : IEntityTypeConfiguration<Solution>
{
    public void Configure(EntityTypeBuilder<Solution> solution)
    {
        solution.HasIndex(s => s.Code).IsUnique();
        solution.HasIndex(s => s.SearchTitle);
        solution.HasOne<Territory>().WithMany().HasForeignKey(s => s.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        solution.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        solution.HasMany(s => s.Phases).WithOne().HasForeignKey(p => p.SolutionId);
        solution.HasMany(s => s.Changes).WithOne().HasForeignKey(c => c.SolutionId);
    }
}

public sealed class StrandConfiguration : IEntityTypeConfiguration<Strand>
{
    public void Configure(EntityTypeBuilder<Strand> strand) => strand.HasOne<Solution>().WithMany().HasForeignKey(s => s.SolutionId).OnDelete(DeleteBehavior.Cascade);
}

public sealed class ActorConfiguration : IEntityTypeConfiguration<Actor>
{
    public void Configure(EntityTypeBuilder<Actor> actor)
    {
        actor.HasOne<Solution>().WithMany().HasForeignKey(a => a.SolutionId).OnDelete(DeleteBehavior.Cascade);
        actor.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class FactorConfiguration : IEntityTypeConfiguration<Factor>
{
    public void Configure(EntityTypeBuilder<Factor> factor) => factor.HasOne<Solution>().WithMany().HasForeignKey(f => f.SolutionId).OnDelete(DeleteBehavior.Cascade);
}

public sealed class CriterionScoreConfiguration : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> score)
    {
        score.HasOne<Solution>().WithMany().HasForeignKey(s => s.SolutionId).OnDelete(DeleteBehavior.Cascade);
        score.HasIndex(s => new { s.SolutionId, s.Criterion }).IsUnique();
    }
}

public sealed class RoadmapVersionConfiguration : IEntityTypeConfiguration<RoadmapVersion>
{
    public void Configure(EntityTypeBuilder<RoadmapVersion> version)
    {
        version.HasOne<Solution>().WithMany().HasForeignKey(v => v.SolutionId).OnDelete(DeleteBehavior.Cascade);
        version.HasIndex(v => new { v.SolutionId, v.Number }).IsUnique();
    }
}
