using Ccri.Domain.Organisations;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class SubGroupConfiguration : IEntityTypeConfiguration<SubGroup>
{
    public void Configure(EntityTypeBuilder<SubGroup> subGroup)
    {
        subGroup.Property(g => g.Name).HasMaxLength(SubGroup.LongestName);
        subGroup.HasIndex(g => new { g.WorkingGroupId, g.Name }).IsUnique();
        subGroup.HasOne<WorkingGroup>().WithMany().HasForeignKey(g => g.WorkingGroupId).OnDelete(DeleteBehavior.Restrict);
        subGroup.HasOne<GroupMembership>().WithMany().HasForeignKey(g => g.CoordinatorMembershipId).OnDelete(DeleteBehavior.SetNull);
        subGroup.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.SubGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class SubGroupMemberConfiguration : IEntityTypeConfiguration<SubGroupMember>
{
    public void Configure(EntityTypeBuilder<SubGroupMember> member)
    {
        member.HasIndex(m => new { m.SubGroupId, m.MembershipId }).IsUnique();
        member.HasOne<GroupMembership>().WithMany().HasForeignKey(m => m.MembershipId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Ignore(s => s.Time).Ignore(s => s.AttendanceIsTaken).Ignore(s => s.People).Ignore(s => s.FreeUntil);
        session.Property(s => s.Zone).HasMaxLength(60);
        session.Property(s => s.Satisfaction).HasPrecision(3, 1);
        session.HasIndex(s => s.StartsAt);
        session.HasOne<WorkingGroup>().WithMany().HasForeignKey(s => s.WorkingGroupId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<SubGroup>().WithMany().HasForeignKey(s => s.SubGroupId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Attendees).WithOne().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Guests).WithOne().HasForeignKey(g => g.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Objections).WithOne().HasForeignKey(o => o.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.HasMany<MinutesVersion>().WithOne().HasForeignKey(v => v.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class AttendeeConfiguration : IEntityTypeConfiguration<Attendee>
{
    public void Configure(EntityTypeBuilder<Attendee> attendee)
    {
        attendee.Ignore(a => a.Key);
        attendee.HasIndex(a => new { a.SessionId, a.TerritoryId, a.OrganisationId }).IsUnique();
        attendee.HasOne<Territory>().WithMany().HasForeignKey(a => a.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        attendee.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class GuestConfiguration : IEntityTypeConfiguration<Guest>
{
    public void Configure(EntityTypeBuilder<Guest> guest)
    {
        guest.Property(g => g.Organisation).HasMaxLength(Guest.LongestName);
        guest.Property(g => g.CountryCode).HasMaxLength(2);
    }
}

public sealed class SessionItemConfiguration : IEntityTypeConfiguration<SessionItem>
{
    public void Configure(EntityTypeBuilder<SessionItem> item)
    {
        item.Ignore(i => i.IsOpen);
        item.HasIndex(i => new { i.SessionId, i.Number }).IsUnique();
        item.HasOne<Territory>().WithMany().HasForeignKey(i => i.OwnerTerritoryId).OnDelete(DeleteBehavior.Restrict);
        item.HasMany(i => i.Territories).WithOne().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Solutions).WithOne().HasForeignKey(s => s.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ItemTerritoryConfiguration : IEntityTypeConfiguration<ItemTerritory>
{
    public void Configure(EntityTypeBuilder<ItemTerritory> territory)
    {
        territory.HasIndex(t => new { t.ItemId, t.TerritoryId }).IsUnique();
        territory.HasOne<Territory>().WithMany().HasForeignKey(t => t.TerritoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ItemSolutionConfiguration : IEntityTypeConfiguration<ItemSolution>
{
    public void Configure(EntityTypeBuilder<ItemSolution> solution)
    {
        solution.HasIndex(s => new { s.ItemId, s.SolutionId }).IsUnique();
        solution.HasOne<Solution>().WithMany().HasForeignKey(s => s.SolutionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.HasIndex(o => new { o.SessionId, o.Number }).IsUnique();
        objection.HasOne<Territory>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class SessionStepConfiguration : IEntityTypeConfiguration<SessionStep>
{
    public void Configure(EntityTypeBuilder<SessionStep> step) => step.HasIndex(s => new { s.SessionId, s.Number }).IsUnique();
}

public sealed class MinutesVersionConfiguration : IEntityTypeConfiguration<MinutesVersion>
{
    public void Configure(EntityTypeBuilder<MinutesVersion> version) => version.HasIndex(v => new { v.SessionId, v.Number }).IsUnique();
}

public sealed class GroupReportTextConfiguration : IEntityTypeConfiguration<GroupReportText>
{
    public void Configure(EntityTypeBuilder<GroupReportText> text)
    {
        text.HasIndex(t => new { t.WorkingGroupId, t.Section }).IsUnique();
        text.HasOne<WorkingGroup>().WithMany().HasForeignKey(t => t.WorkingGroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
