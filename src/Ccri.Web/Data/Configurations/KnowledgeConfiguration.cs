using Ccri.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class FactNoteConfiguration : IEntityTypeConfiguration<FactNote>
{
    public void Configure(EntityTypeBuilder<FactNote> note)
    {
        note.Property(n => n.Field).HasMaxLength(60);
        note.HasIndex(n => new { n.SubjectId, n.Field }).IsUnique();
        note.HasIndex(n => n.TerritoryId);
    }
}
