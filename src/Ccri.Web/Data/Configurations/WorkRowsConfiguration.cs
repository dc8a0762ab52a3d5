using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Mail;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        row.Property(r => r.Values).HasConversion(JsonTexts.Converter, JsonTexts.Comparer);
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

public sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => new { d.PersonId, d.Form });
        draft.Property(d => d.Form).HasMaxLength(500);
        draft.Property(d => d.Fields).HasConversion(JsonTexts.Converter, JsonTexts.Comparer);
        draft.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.HasKey(s => s.Key);
        submission.HasIndex(s => s.At);
    }
}

/// <summary>Names to texts, in one column.</summary>
internal static class JsonTexts
{
    public static readonly ValueConverter<Dictionary<string, string>, string> Converter = new(
        values => JsonSerializer.Serialize(values, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!);

    public static readonly ValueComparer<Dictionary<string, string>> Comparer = new(
        (a, b) => a!.Count == b!.Count && !a.Except(b).Any(),
        values => values.Count,
        values => new Dictionary<string, string>(values));
}
