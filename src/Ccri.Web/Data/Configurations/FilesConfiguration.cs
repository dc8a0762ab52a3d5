using Ccri.Domain.Files;
using Ccri.Domain.Support;
using Ccri.Domain.WorkingGroups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class AttachedFileConfiguration : IEntityTypeConfiguration<AttachedFile>
{
    public void Configure(EntityTypeBuilder<AttachedFile> file)
    {
        file.Property(f => f.Name).HasMaxLength(FileContent.LongestName);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.HasOne<SupportActivity>().WithMany().HasForeignKey(f => f.ActivityId).OnDelete(DeleteBehavior.Cascade);
        file.HasOne<Session>().WithMany().HasForeignKey(f => f.SessionId).OnDelete(DeleteBehavior.Cascade);
        file.HasOne<FileContent>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class FileContentConfiguration : IEntityTypeConfiguration<FileContent>
{
    public void Configure(EntityTypeBuilder<FileContent> content)
    {
        content.HasKey(c => c.Sha256);
        content.Property(c => c.Sha256).HasMaxLength(64);
    }
}
