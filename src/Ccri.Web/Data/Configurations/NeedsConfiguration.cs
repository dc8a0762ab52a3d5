using Ccri.Domain.Needs;
using Ccri.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class QuestionnaireConfiguration : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> questionnaire)
    {
        questionnaire.Property(q => q.Code).HasMaxLength(60);
        questionnaire.HasIndex(q => q.Code).IsUnique();
    }
}

public sealed class QuestionnaireVersionConfiguration : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> version)
    {
        version.Ignore(v => v.IsPublished);
        version.HasIndex(v => new { v.QuestionnaireId, v.Number }).IsUnique();
        version.HasOne<Questionnaire>().WithMany().HasForeignKey(v => v.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Questions).WithOne().HasForeignKey(q => q.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.Property(q => q.Key).HasMaxLength(Question.LongestKey);
        question.HasIndex(q => new { q.VersionId, q.Key }).IsUnique();
    }
}

public sealed class AssessmentRoundConfiguration : IEntityTypeConfiguration<AssessmentRound>
{
    public void Configure(EntityTypeBuilder<AssessmentRound> round)
    {
        round.HasIndex(r => new { r.TerritoryId, r.Kind, r.On }).IsUnique();
        round.HasOne<Territory>().WithMany().HasForeignKey(r => r.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);
        round.HasMany(r => r.Ratings).WithOne().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> rating)
    {
        rating.Property(r => r.Key).HasMaxLength(Question.LongestKey);
        rating.HasIndex(r => new { r.RoundId, r.Key }).IsUnique();
    }
}

public sealed class NeedConfiguration : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> need)
    {
        need.Property(n => n.Dimension).HasMaxLength(Question.LongestKey);
        need.Ignore(n => n.IsOpen);
        need.Ignore(n => n.Weight);
        need.HasIndex(n => new { n.TerritoryId, n.Number }).IsUnique();
        need.HasOne<Territory>().WithMany().HasForeignKey(n => n.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        need.HasOne<AssessmentRound>().WithMany().HasForeignKey(n => n.RoundId).OnDelete(DeleteBehavior.Restrict);
        need.HasOne<Need>().WithMany().HasForeignKey(n => n.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        need.HasOne<Need>().WithMany().HasForeignKey(n => n.SplitFromId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class NeedStepConfiguration : IEntityTypeConfiguration<NeedStep>
{
    public void Configure(EntityTypeBuilder<NeedStep> step)
    {
        step.HasOne<Need>().WithMany().HasForeignKey(s => s.NeedId).OnDelete(DeleteBehavior.Cascade);
        step.HasIndex(s => s.TerritoryId);
    }
}
