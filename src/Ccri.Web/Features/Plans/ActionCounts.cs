namespace Ccri.Web.Features.Plans;

/// <summary>How far some actions are, in numbers. A late one is in progress or has not begun.</summary>
public sealed record ActionCounts(int All, int Done, int InProgress, int NotStarted, int Dropped, int Late)
{
    public static ActionCounts Of(IReadOnlyCollection<ActionRow> rows)
    {
        int Count(Domain.Plans.ActionStatus status) => rows.Count(r => r.Status == status);
        return new(rows.Count, Count(Domain.Plans.ActionStatus.Done), Count(Domain.Plans.ActionStatus.InProgress), Count(Domain.Plans.ActionStatus.NotStarted), Count(Domain.Plans.ActionStatus.Dropped),
            rows.Count(r => r.DaysLate > 0));
    }

    /// <summary>"60 actions: 12 done, 30 in progress, 18 not started"; what is late is said by the page, which marks it.</summary>
    public string Sentence => All == 0 ? "No action yet" : $"{Plural.Of(All, "action")}: " + string.Join(", ", new[]
    {
        $"{Words.Of(Done)} done", $"{Words.Of(InProgress)} in progress", NotStarted > 0 ? $"{Words.Of(NotStarted)} not started" : null, Dropped > 0 ? $"{Words.Of(Dropped)} dropped" : null,
    }.OfType<string>());
}
