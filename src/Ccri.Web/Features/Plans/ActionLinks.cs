using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What an action is tied to, checked against what is in the database: its number, objective, levers, solution and indicator.</summary>
internal static class ActionLinks
{
    /// <summary>The caller holds the plan, so that no lever goes away meanwhile.</summary>
    public static async Task TieAsync(this CcriDbContext db, PlanAction action, ActionAnswers answers, CancellationToken cancellationToken)
    {
        var number = answers.Number!.Trim();
        if (await db.PlanActions.Where(a => a.PlanId == action.PlanId && a.Number == number && a.Id != action.Id).Select(a => a.Title).FirstOrDefaultAsync(cancellationToken) is { } twin)
            throw Refusal.At(nameof(answers.Number), $"Action {number} of this plan is “{twin}” already. Enter another number.");

        var wanted = answers.Levers.Distinct().ToList();
        var objectives = await db.Objectives.Where(o => o.PlanId == action.PlanId && (o.Id == answers.Objective || wanted.Contains(o.Id))).ToListAsync(cancellationToken);
        if (answers.Objective is { } chosen && !objectives.Exists(o => o.Id == chosen && !o.IsLever))
            throw Refusal.At(nameof(answers.Objective), "That is none of this plan, or it was removed meanwhile. Choose one of the list.");
        var levers = objectives.Where(o => o.IsLever && wanted.Contains(o.Id)).ToList();
        if (levers.Count < wanted.Count)
            throw Refusal.At(nameof(answers.Levers), "One of these is no lever of this plan, or it was removed meanwhile. Choose among those of the list.");
        action.Serve(objectives.Find(o => o.Id == answers.Objective), [.. levers.OrderBy(l => l.Number).ThenBy(l => l.Id)]);

        var solution = await db.Solutions.SingleOrDefaultAsync(s => s.Id == answers.Solution, cancellationToken);
        if (answers.Solution is not null && solution is null)
            throw Refusal.At(nameof(answers.Solution), "There is no such solution any more. Choose one of the list.");
        Refusal.Try(nameof(answers.Solution), () => action.Contribute(solution));

        if (answers.Indicator is { } indicator && !await db.Indicators.AnyAsync(i => i.Id == indicator, cancellationToken))
            throw Refusal.At(nameof(answers.Indicator), "There is no such indicator. Choose one of the list.");
        action.Measure(answers.Indicator);
    }
}
