using Ccri.Domain;
using Ccri.Domain.Indicators;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;

namespace Ccri.Web.Demonstration;

/// <summary>What an invented territory writes of a quarter: made of what happened in it.</summary>
internal sealed class ReportTexts(IEnumerable<Entity> rows)
{
    private readonly IReadOnlyList<Entity> _rows = [.. rows];

    public string Summary(Guid territory, Period days)
    {
        var done = Of<PlanAction>(a => a.TerritoryId == territory && In(a.DoneOn, days)).ToList();
        var begun = Of<PlanAction>(a => a.TerritoryId == territory && In(a.Start, days) && a.Status != ActionStatus.NotStarted).Count();
        var reached = Of<Milestone>(m => m.TerritoryId == territory && In(m.DoneOn, days)).Count();
        var stages = Of<StageChange>(s => s.TerritoryId == territory && In(s.On, days)).Count();
        string?[] parts =
        [
            done.Count == 0 ? null : $"{Plural.Of(done.Count, "action")} of the plan {(done.Count == 1 ? "was" : "were")} finished, among them “{done[0].Title}”.",
            begun == 0 ? null : $"{Plural.Of(begun, "action")} began.",
            reached == 0 ? null : $"{Plural.Of(reached, "milestone")} {(reached == 1 ? "was" : "were")} reached.",
            stages == 0 ? null : $"{Plural.Of(stages, "investment project")} came to another stage.",
        ];
        var told = string.Join(' ', parts.OfType<string>());
        return Invention.Say(told.Length > 0 ? told : "a quarter of preparation: nothing was due, and nothing was finished before its time.");
    }

    public string Next(Guid territory, DateOnly after)
    {
        var coming = Of<Milestone>(m => m.TerritoryId == territory && m.FirstDue > after).Select(m => (Day: m.FirstDue, m.Title, m.Id))
            .Concat(Of<PlanAction>(a => a.TerritoryId == territory && a.End > after).Select(a => (Day: a.End!.Value, a.Title, a.Id))).OrderBy(thing => thing.Day).ThenBy(thing => thing.Id).Take(2).ToList();
        return Invention.Say(coming.Count == 0 ? "the work goes on as planned; nothing falls due." : $"next come {string.Join(" and ", coming.Select(thing => $"“{thing.Title}” ({Words.Of(thing.Day)})"))}.");
    }

    /// <summary>What somebody says still holds: most of its plans and solutions.</summary>
    public IReadOnlyList<Guid> Confirmed(Guid territory, string code) =>
        [.. Of<Plan>(p => p.TerritoryId == territory).Select(p => (p.Id, p.Code)).Concat(Of<Domain.Solutions.Solution>(s => s.TerritoryId == territory).Select(s => (s.Id, s.Code)))
            .Where(thing => new Chance($"{code} {thing.Code} confirmed").In(70)).Select(thing => thing.Id)]; // by its code: ids are others in each database

    private IEnumerable<T> Of<T>(Func<T, bool> which) => _rows.OfType<T>().Where(which);

    private static bool In(DateOnly? day, Period days) => day is { } known && days.Contains(known);
}
