using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The few figures that a summary begins with, of one snapshot.</summary>
internal sealed record KeyFigures(int Actions, int Going, Funding? Money, int Withheld, int Due, int InTime, int Risks, int Findings)
{
    /// <param name="isPart">Which plans count, of those in use.</param>
    /// <param name="whole">The document tells of the whole territory: of its solutions too.</param>
    public static KeyFigures Of(TerritorySnapshot snapshot, Func<SnapshotPlan, bool> isPart, bool whole)
    {
        var plans = snapshot.PlansInUse().Where(isPart).ToList();
        var actions = plans.SelectMany(p => p.ActionsInUse()).ToList();
        var solutions = whole ? snapshot.Solutions.Where(s => s.Reading is not null) : [];
        var projects = plans.SelectMany(p => p.Projects).Where(p => InvestmentProject.Counts(p.Stage)).ToList();
        var due = actions.SelectMany(a => a.Milestones).Concat(solutions.SelectMany(s => s.Milestones))
            .Where(m => m.Due >= snapshot.Period.From && m.Due <= snapshot.Period.To).ToList();
        return new KeyFigures(actions.Count, actions.Count(a => a.Reading!.Status is Ccri.Domain.Programme.Rag.OnTrack or Ccri.Domain.Programme.Rag.Complete),
            projects.Count == 0 ? null : Funding.Of(projects.Select(p => p.ToMoney())), projects.Count(p => p.IsWithheld), due.Count, due.Count(m => m.DoneOn is { } done && done <= m.Due),
            snapshot.Risks.Count(r => r.ClosedOn is null), snapshot.Findings.Count(f => f.Accepted is null));
    }

    /// <param name="before">Of the period before; empty for the first report.</param>
    /// <param name="risks">Whether the register of risks is part of the document.</param>
    public FiguresBlock Block(KeyFigures? before, string? period, bool risks)
    {
        List<Figure> items = [];
        string? Was(Func<KeyFigures, string?> of) => before is not null && of(before) is { } was ? $"was {was} in {period}" : null;
        if (Actions > 0)
            items.Add(new(Wording.Number(Going), Actions == 1 ? "action on track or complete" : "actions on track or complete") { Key = "actions", Unit = $"of {Wording.Number(Actions)}", Note = Was(b => b.Actions > 0 ? $"{Wording.Number(b.Going)} of {Wording.Number(b.Actions)}" : null) });
        if (Money is { } money)
            items.Add(money.Secured.IsKnown
                ? new(Secured(money).Value, money.Needed.IsKnown ? $"secured of {Cells.Euro(money.Needed.Cents)} needed" : "secured; what is needed is not known") { Key = "secured", Unit = Secured(money).Unit, Note = Withheld > 0 ? $"without {Wording.Count(Withheld, "confidential project")}" : Was(b => b.Money is { Secured.IsKnown: true } m ? Cells.Euro(m.Secured.Cents) : null) }
                : new("–", "secured money is not known") { Key = "secured" });
        if (Due > 0)
            items.Add(new(Wording.Number(InTime), "milestones of this period reached in time") { Key = "milestones", Unit = $"of {Wording.Number(Due)}", Note = Was(b => b.Due > 0 ? $"{Wording.Number(b.InTime)} of {Wording.Number(b.Due)}" : null) });
        if (risks || items.Count == 0)
            items.Add(new(Wording.Number(Risks), $"open risks and issues; {Wording.Count(Findings, "coherence finding")}") { Key = "risks", Note = Was(b => Wording.Number(b.Risks)) });
        return new FiguresBlock(items) { Key = "figures" };
    }

    private static (string Value, string Unit) Secured(Funding money) => money.Secured.Cents >= 100_000_000
        ? (Wording.Number(money.Secured.Cents / 100_000_000m, 1), "EUR\u00a0million")
        : (Wording.Number(money.Secured.Cents / 100m), "EUR");
}
