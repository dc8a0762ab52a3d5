namespace Ccri.Domain.Reminders;

/// <summary>
/// What makes a reminder that one and no other. Unique in the database, so that planning a second time, or in a second process, adds nothing.
/// A rule reminds several times of one due day, so the day on which the reminder itself falls is part of it; two offsets that fall on one day are one.
/// </summary>
/// <param name="DueOn">Of the fact.</param>
/// <param name="On">Of the reminder.</param>
public readonly record struct ReminderKey(Guid RuleId, Guid SubjectId, DateOnly DueOn, DateOnly On, Guid PersonId);
