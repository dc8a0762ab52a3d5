using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Features.Needs;
using Ccri.Web.Features.Questionnaires;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Needs;

/// <summary>Messages of questionnaires, rounds and needs, and who may send them.</summary>
public static class NeedMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    private static readonly Role[] Editors = [Role.Officer, Role.Coordinator, Role.Territory];

    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    private static readonly Role[] Whole = [Role.Officer, Role.Lead, Role.Coordinator];

    private static readonly RatingAnswer[] One = [new() { Key = "financing", Value = 2 }];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetNeeds.Query(Messages.Own), Readers),
        new(new GetNeed.Query(Messages.Own, 1), Readers),
        new(new GetNeedForm.Query(Messages.Own), Editors),
        new(new GetOwnTerritory.Query(), Readers),
        new(new ListNeeds.Query(), Whole),
        new(new GetRound.Query(Messages.Own, Guid.Empty), Readers),
        new(new RecordRound.Query(Messages.Own), Office),
        new(new RecordRound.Command { Slug = Messages.Own, On = new(2026, 5, 4), Ratings = One }, Office),
        new(new CorrectRound.Query(Messages.Own, Guid.Empty), Editors),
        new(new CorrectRound.Command { Slug = Messages.Own, On = new(2026, 5, 4), Ratings = One }, Editors),
        new(new HandInSelfAssessment.Query(Messages.Own), Role.Territory),
        new(new HandInSelfAssessment.Command { Slug = Messages.Own, On = new(2026, 5, 4), Ratings = One }, Role.Territory),
        new(new CreateNeed.Command { Slug = Messages.Own, Statement = "Money for the first year", Dimension = "financing", Severity = 4, Urgency = 2, RaisedOn = new(2026, 5, 4) }, Editors),
        new(new EditNeed.Command { Slug = Messages.Own, Number = 1, Statement = "Money for the first year", Dimension = "financing", Severity = 4, Urgency = 2, RaisedOn = new(2026, 5, 4) }, Editors),
        new(new RaiseNeed.Command(Messages.Own, Guid.Empty, "financing"), Editors),
        new(new JudgeNeed.Command { Slug = Messages.Own, Number = 1, Verdict = NeedVerdict.Met, On = new(2026, 5, 4) }, Editors),
        new(new MergeNeed.Command { Slug = Messages.Own, Number = 1, Into = 2, Reason = "They are one." }, Office),
        new(new SplitNeed.Command { Slug = Messages.Own, Number = 1, Parts = "This\nThat" }, Office),
        new(new DropNeed.Command { Slug = Messages.Own, Number = 1, Reason = "The region took it over." }, Office),
        new(new ReopenNeed.Command(Messages.Own, 1, Guid.Empty), Office),
        new(new ListQuestionnaires.Query(), Whole),
        new(new GetQuestionnaire.Query("oecd-scoreboard"), Whole),
        new(new BeginVersion.Command("oecd-scoreboard"), Role.Coordinator),
        new(new EditQuestions.Query("oecd-scoreboard"), Role.Coordinator),
        new(new EditQuestions.Command { Code = "oecd-scoreboard", Questions = [new() { Name = "Financing", Cluster = "Enable" }] }, Role.Coordinator),
        new(new PublishVersion.Command("oecd-scoreboard", Guid.Empty), Role.Coordinator),
    ];
}
