using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Demonstration;

/// <summary>How everything stood on earlier days, by the rule and from the same facts: what was done later was not done then. And two statuses that a person is said to have given.</summary>
internal static class InventedStatuses
{
    /// <summary>How long ago; the last one is the day before the demonstration is filled.</summary>
    private static readonly int[] DaysAgo = [150, 100, 65, 30, 1];

    /// <summary>When the two statuses are said to have been given: one has lapsed since, one holds.</summary>
    private const int LapsedDaysAgo = 65, HeldDaysAgo = 30;

    /// <param name="book">As everything is now.</param>
    /// <param name="order">The ids of the territories in the order in which they are made, which is the same in every database.</param>
    public static void Make(Invention invention, StatusBook book, IReadOnlyList<Guid> order)
    {
        var territories = order.Select(id => book.Of(id)!.Of).ToList();
        var given = new Dictionary<Guid, Override>();
        Give(invention, given, LapsedDaysAgo, Rag.OnTrack, "the contracts were signed a week ago, and the dates will be put right in the next review.",
            territories, StatusKind.Plan, then => then.Ruled is { Status: Rag.AtRisk or Rag.OffTrack }, holds: false);
        Give(invention, given, HeldDaysAgo, Rag.OnTrack, "the steering group has looked at the one milestone in question; the aims of the year are not in danger.",
            territories, StatusKind.Solution, then => then.Ruled is { Status: Rag.AtRisk or Rag.OffTrack, Cause: Cause.Parts }, holds: true);
        var last = new Dictionary<Guid, (Rag?, bool)>();
        foreach (var day in DaysAgo.Select(days => invention.Today.AddDays(-days)))
        {
            var known = given.Where(g => g.Value.On <= day).ToDictionary();
            foreach (var territory in territories)
            {
                foreach (var standing in StatusRule.Judge(AsOf(territory, day), day, known).All)
                {
                    if (last.TryGetValue(standing.Of.Id, out var before) && before == (standing.Status, standing.IsByPerson))
                        continue;
                    last[standing.Of.Id] = (standing.Status, standing.IsByPerson);
                    invention.Add(new StatusEntry(standing.Of.Kind, standing.Of.Id, territory.Id, standing.Status, Words.Why(standing), standing.IsByPerson, null, day, Invention.Afternoon(day)));
                }
            }
        }
    }

    /// <summary>To the first thing of a kind that fits: what the rule looks at has changed since, or has not.</summary>
    private static void Give(Invention invention, Dictionary<Guid, Override> given, int daysAgo, Rag status, string reason, List<Followed> territories, StatusKind kind, Func<Standing, bool> fits, bool holds)
    {
        var day = invention.Today.AddDays(-daysAgo);
        foreach (var territory in territories)
        {
            var then = StatusRule.Judge(AsOf(territory, day), day, given).Parts.FirstOrDefault(p => p.Of.Kind == kind && fits(p)
                && StatusRule.FingerprintOf(p.Of, day, given) == StatusRule.FingerprintOf(territory.Parts.Single(now => now.Id == p.Of.Id), day, given) == holds
                && (!holds || StatusRule.Judge(territory.Parts.Single(now => now.Id == p.Of.Id), invention.Today, given).Status == p.Status)); // time has made it no worse
            if (then is null)
                continue;
            var acceptance = invention.Add(Acceptance.OfStatus(then.Of.Id, territory.Id, status, then.Status, StatusRule.FingerprintOf(then.Of, day, given), Invention.Say(reason), null, Invention.Afternoon(day)));
            given[then.Of.Id] = new Override(acceptance.Id, status, acceptance.Reason, day, acceptance.Fingerprint, null);
            return;
        }
    }

    private static Followed AsOf(Followed thing, DateOnly day) => thing switch
    {
        FollowedMilestone { DoneOn: { } done } milestone when done > day => milestone with { DoneOn = null },
        FollowedAction { DoneOn: { } done } action when done > day => action with { State = ActionStatus.InProgress, DoneOn = null, Parts = PartsAsOf(action, day) },
        _ => thing with { Parts = PartsAsOf(thing, day) },
    };

    private static IReadOnlyList<Followed> PartsAsOf(Followed thing, DateOnly day) => [.. thing.Parts.Select(part => AsOf(part, day))];
}
