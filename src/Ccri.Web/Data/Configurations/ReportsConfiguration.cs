using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class ReportingPeriodConfiguration : IEntityTypeConfiguration<ReportingPeriod>
{
    public void Configure(EntityTypeBuilder<ReportingPeriod> period)
    {
        period.Property(p => p.Code).HasMaxLength(ReportingPeriod.LongestCode);
        period.Property(p => p.Name).HasMaxLength(ReportingPeriod.LongestName);
        period.HasIndex(p => p.Code).IsUnique();
        period.Ignore(p => p.Days);
        period.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PeriodId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class PeriodStepConfiguration : IEntityTypeConfiguration<PeriodStep>
{
    public void Configure(EntityTypeBuilder<PeriodStep> step)
    {
        step.Property(s => s.Reason).HasMaxLength(ReportingPeriod.LongestReason);
        step.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class TerritoryReportConfiguration : IEntityTypeConfiguration<TerritoryReport>
{
    public void Configure(EntityTypeBuilder<TerritoryReport> report)
    {
        report.Property(r => r.Summary).HasMaxLength(TerritoryReport.LongestText);
        report.Property(r => r.Next).HasMaxLength(TerritoryReport.LongestText);
        report.Ignore(r => r.IsOpen);
        report.Ignore(r => r.IsReopened);
        report.Ignore(r => r.MayBeLate);
        report.HasIndex(r => new { r.PeriodId, r.TerritoryId }).IsUnique();
        report.HasOne<ReportingPeriod>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Territory>().WithMany().HasForeignKey(r => r.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Snapshot>().WithMany().HasForeignKey(r => r.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Person>().WithMany().HasForeignKey(r => r.WrittenById).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Person>().WithMany().HasForeignKey(r => r.SubmittedById).OnDelete(DeleteBehavior.Restrict);
        report.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ReportStepConfiguration : IEntityTypeConfiguration<ReportStep>
{
    public void Configure(EntityTypeBuilder<ReportStep> step)
    {
        step.Property(s => s.Text).HasMaxLength(TerritoryReport.LongestRemark);
        step.HasIndex(s => new { s.ReportId, s.Number }).IsUnique();
        step.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class SnapshotConfiguration : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> snapshot)
    {
        snapshot.Property(s => s.Schema).HasMaxLength(60);
        snapshot.Property(s => s.Sha256).HasMaxLength(64);
        snapshot.HasIndex(s => s.Sha256);
        snapshot.HasIndex(s => new { s.PeriodId, s.TerritoryId, s.Number }).IsUnique();
        snapshot.HasOne<ReportingPeriod>().WithMany().HasForeignKey(s => s.PeriodId).OnDelete(DeleteBehavior.Restrict);
        snapshot.HasOne<Territory>().WithMany().HasForeignKey(s => s.TerritoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class SealedSnapshotConfiguration : IEntityTypeConfiguration<SealedSnapshot>
{
    public void Configure(EntityTypeBuilder<SealedSnapshot> entry)
    {
        entry.HasIndex(s => new { s.PeriodId, s.Revision, s.TerritoryId }).IsUnique();
        entry.HasOne<ReportingPeriod>().WithMany().HasForeignKey(s => s.PeriodId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Territory>().WithMany().HasForeignKey(s => s.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Snapshot>().WithMany().HasForeignKey(s => s.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class IssuedFileConfiguration : IEntityTypeConfiguration<IssuedFile>
{
    public void Configure(EntityTypeBuilder<IssuedFile> file)
    {
        file.Property(f => f.Name).HasMaxLength(200);
        file.Property(f => f.Problem).HasMaxLength(IssuedFile.LongestProblem);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.Fingerprint).HasMaxLength(64);
        file.HasIndex(f => f.Name).IsUnique();
        file.HasIndex(f => f.Sha256);
        file.HasIndex(f => new { f.PeriodId, f.Revision, f.State });
        file.HasOne<ReportingPeriod>().WithMany().HasForeignKey(f => f.PeriodId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<Territory>().WithMany().HasForeignKey(f => f.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<Snapshot>().WithMany().HasForeignKey(f => f.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ReportRunConfiguration : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> run)
    {
        run.HasIndex(r => new { r.PeriodId, r.Revision }).IsUnique();
        run.HasOne<ReportingPeriod>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
    }
}
