using Ccri.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class CountryConfiguration : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> country)
    {
        country.HasIndex(c => c.Code).IsUnique();
        country.Property(c => c.Code).HasMaxLength(2);
    }
}

public sealed class EligibilityConfiguration : IEntityTypeConfiguration<Eligibility>
{
    public void Configure(EntityTypeBuilder<Eligibility> entry)
    {
        entry.Property(e => e.Programme).HasMaxLength(Eligibility.LongestProgramme);
        entry.Property(e => e.CountryCode).HasMaxLength(2);
        entry.HasIndex(e => e.CountryCode);
    }
}

public sealed class CohortConfiguration : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> cohort)
    {
        cohort.HasIndex(c => c.Code).IsUnique();
        cohort.Property(c => c.EligibilityProgramme).HasMaxLength(Eligibility.LongestProgramme);
    }
}

public sealed class TierConfiguration : IEntityTypeConfiguration<Tier>
{
    public void Configure(EntityTypeBuilder<Tier> tier) => tier.HasIndex(t => t.Code).IsUnique();
}
