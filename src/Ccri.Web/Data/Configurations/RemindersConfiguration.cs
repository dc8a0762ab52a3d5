using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Reminders;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ccri.Web.Data.Configurations;

public sealed class ReminderRuleConfiguration : IEntityTypeConfiguration<ReminderRule>
{
    public void Configure(EntityTypeBuilder<ReminderRule> rule) => rule.Property(r => r.Name).HasMaxLength(ReminderRule.LongestName);
}

public sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.Property(r => r.Title).HasMaxLength(Reminder.LongestTitle);
        reminder.HasIndex(r => new { r.RuleId, r.SubjectId, r.DueOn, r.On, r.PersonId }).IsUnique(); // the truth of "once"
        reminder.HasIndex(r => new { r.State, r.PersonId });
        reminder.HasIndex(r => new { r.On, r.Id }); // the order of the log
        reminder.HasIndex(r => r.MailId);
        reminder.HasOne<ReminderRule>().WithMany().HasForeignKey(r => r.RuleId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
        reminder.HasOne<MailMessage>().WithMany().HasForeignKey(r => r.MailId).OnDelete(DeleteBehavior.SetNull);
    }
}

public sealed class ReminderMarkConfiguration : IEntityTypeConfiguration<ReminderMark>
{
    public void Configure(EntityTypeBuilder<ReminderMark> mark)
    {
        mark.HasIndex(m => new { m.PersonId, m.Kind, m.SubjectId, m.DueOn }).IsUnique();
        mark.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class OwnReminderConfiguration : IEntityTypeConfiguration<OwnReminder>
{
    public void Configure(EntityTypeBuilder<OwnReminder> reminder)
    {
        reminder.Property(r => r.Text).HasMaxLength(OwnReminder.LongestText);
        reminder.HasIndex(r => r.OwnerId);
        reminder.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        reminder.HasOne<Territory>().WithMany().HasForeignKey(r => r.TerritoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ReminderHabitsConfiguration : IEntityTypeConfiguration<ReminderHabits>
{
    public void Configure(EntityTypeBuilder<ReminderHabits> habits)
    {
        habits.HasIndex(h => h.PersonId).IsUnique();
        habits.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class UnsubscriptionConfiguration : IEntityTypeConfiguration<Unsubscription>
{
    public void Configure(EntityTypeBuilder<Unsubscription> unsubscription)
    {
        unsubscription.HasIndex(u => new { u.PersonId, u.RuleId }).IsUnique();
        unsubscription.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Cascade);
        unsubscription.HasOne<ReminderRule>().WithMany().HasForeignKey(u => u.RuleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class PlannedDayConfiguration : IEntityTypeConfiguration<PlannedDay>
{
    public void Configure(EntityTypeBuilder<PlannedDay> day) => day.HasKey(d => d.Day);
}

public sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.Property(f => f.TokenHash).HasMaxLength(64);
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
        feed.HasOne<WorkingGroup>().WithMany().HasForeignKey(f => f.WorkingGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.HasKey(h => new { h.Calendar, h.Day });
        holiday.Property(h => h.Calendar).HasMaxLength(2);
        holiday.Property(h => h.Name).HasMaxLength(Holiday.LongestName);
    }
}
