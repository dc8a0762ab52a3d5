using System.Text.Json;
using Ccri.Web.Mail;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.Property(r => r.Noun).HasMaxLength(60);
        row.HasIndex(r => new { r.At, r.Id }); // the order of the audit page
        row.HasIndex(r => r.SubjectId);
        row.HasIndex(r => r.TerritoryId);
        row.HasIndex(r => r.PersonId);
    }
}

public sealed class LoadedRowConfiguration : IEntityTypeConfiguration<LoadedRow>
{
    public void Configure(EntityTypeBuilder<LoadedRow> row)
    {
        row.HasKey(r => new { r.File, r.Key });
        row.Property(r => r.Values).HasConversion(
            values => JsonSerializer.Serialize(values, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<Dictionary<string, string>>(
                (a, b) => a!.Count == b!.Count && !a.Except(b).Any(),
                values => values.Count,
                values => new Dictionary<string, string>(values)));
    }
}

public sealed class MailMessageConfiguration : IEntityTypeConfiguration<MailMessage>
{
    public void Configure(EntityTypeBuilder<MailMessage> mail) => mail.HasIndex(m => new { m.SentAt, m.FailedAt, m.DueAt });
}

public sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run) => run.HasIndex(r => new { r.Job, r.StartedAt });
}

public sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.HasKey(k => k.Name);
}
