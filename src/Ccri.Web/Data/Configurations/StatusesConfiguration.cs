using Ccri.Domain.Accounts;
using Ccri.Domain.Statuses;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class StatusEntryConfiguration : IEntityTypeConfiguration<StatusEntry>
{
    public void Configure(EntityTypeBuilder<StatusEntry> entry)
    {
        entry.Property(e => e.Why).HasMaxLength(StatusEntry.LongestWhy);
        entry.HasIndex(e => new { e.SubjectId, e.At });
        entry.HasOne<Territory>().WithMany().HasForeignKey(e => e.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
