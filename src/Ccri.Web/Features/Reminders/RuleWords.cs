using Ccri.Domain.Reminders;

namespace Ccri.Web.Features.Reminders;

/// <summary>What a rule says, in words.</summary>
public static class RuleWords
{
    /// <summary>"Who it belongs to, coordinator".</summary>
    public static string Of(ReminderAudience audience) => string.Join(", ", Each(audience).Select((one, index) => index == 0 ? Words.Of(one) : Small(Words.Of(one))));

    /// <summary>One by one, without nobody.</summary>
    public static IEnumerable<ReminderAudience> Each(ReminderAudience audience) => Enum.GetValues<ReminderAudience>().Where(one => one != ReminderAudience.None && audience.HasFlag(one));

    /// <summary>"7 days after also the coordinator"; empty when nobody else is told.</summary>
    public static string? Escalation(ReminderRule rule) => rule.EscalateAfter is { } after
        ? $"{Words.OfOffset(after, rule.Count)} also {(rule.EscalateTo == ReminderAudience.Owner ? "whoever it belongs to" : $"the {Small(Words.Of(rule.EscalateTo))}")}" : null;

    public static string Small(string words) => $"{char.ToLowerInvariant(words[0])}{words[1..]}";
}
