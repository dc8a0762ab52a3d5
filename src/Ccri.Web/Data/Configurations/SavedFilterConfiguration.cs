using Ccri.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> filter)
    {
        filter.Property(f => f.List).HasMaxLength(40);
        filter.Property(f => f.Name).HasMaxLength(SavedFilter.LongestName);
        filter.Property(f => f.Query).HasMaxLength(SavedFilter.LongestQuery);
        filter.HasIndex(f => new { f.PersonId, f.List, f.Name }).IsUnique();
        filter.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
