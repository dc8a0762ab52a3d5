using Ccri.Domain.Programme;
using Ccri.Domain.Reports;

namespace Ccri.Web.Tests.Reports;

public sealed class ChangeWordsTests
{
    private static readonly DateOnly June = new(2026, 6, 30), August = new(2026, 8, 14);

    public static TheoryData<Change, string> Told => new()
    {
        { New(ChangeKind.Slipped, ChangeNoun.Milestone) with { OldDay = June, NewDay = August }, "30 Jun 2026 → 14 Aug 2026, 45 days later" },
        { New(ChangeKind.BroughtForward, ChangeNoun.Action) with { OldDay = August, NewDay = August.AddDays(-1) }, "14 Aug 2026 → 13 Aug 2026, 1 day earlier" },
        { New(ChangeKind.New, ChangeNoun.Milestone) with { NewDay = June, NewStep = "Open" }, "Expected on 30 Jun 2026" },
        { New(ChangeKind.New, ChangeNoun.Risk) with { NewDay = June, NewStep = "Issue" }, "Issue on 30 Jun 2026" },
        { New(ChangeKind.Closed, ChangeNoun.Action) with { NewDay = June, OldStep = "InProgress", NewStep = "Done" }, "Done on 30 Jun 2026" },
        { New(ChangeKind.Closed, ChangeNoun.Project) with { OldStep = "Concept" }, "Not there any more" },
        { New(ChangeKind.Closed, ChangeNoun.Finding) with { OldStep = "MoneyWithoutAction" }, "Money without action: not found any more" },
        { New(ChangeKind.Closed, ChangeNoun.Finding) with { OldStep = "MoneyWithoutAction", NewStep = "Accepted" }, "Money without action: accepted" },
        { New(ChangeKind.Step, ChangeNoun.Solution) with { NewStep = "Map" }, "None → Map" },
        { New(ChangeKind.Step, ChangeNoun.FundingLine) with { OldStep = "AppliedFor", NewStep = "NameOfALaterVersion" }, "Applied for → Name of a later version" },
        { New(ChangeKind.Status, ChangeNoun.Plan) with { Was = Rag.OnTrack, Is = Rag.AtRisk }, "On track → At risk" },
        { New(ChangeKind.Figure, ChangeNoun.Plan) with { Figure = ChangeFigure.Gap, OldFigure = 60_000_000, NewFigure = null, Unit = "EUR" }, "Still to be found: EUR 600,000 → not known" },
        { New(ChangeKind.Figure, ChangeNoun.Indicator) with { Figure = ChangeFigure.Value, OldFigure = 1410.5m, NewFigure = 1402, Unit = "kg" }, "Value: 1,410.5\u00a0kg → 1,402\u00a0kg" },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_change_is_told_from_the_old_to_the_new(Change change, string words) => Words.Told(change).ShouldBe(words);

    private static Change New(ChangeKind kind, ChangeNoun noun) => new(kind, noun, Guid.Empty, "Thing", null);
}
