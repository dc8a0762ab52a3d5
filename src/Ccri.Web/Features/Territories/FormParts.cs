namespace Ccri.Web.Features.Territories;

// What the parts of forms need that several pages share: the answers, under the name that the page gives them, and what can be chosen.

public sealed record AnswersPart(TerritoryAnswers Input, GetTerritoryChoices.Answer Choices);

public sealed record MemberPart(ClusterMemberAnswers Input, GetTerritoryChoices.Answer Choices);

/// <param name="People">Who can be given a follow-up.</param>
public sealed record LogPart(ContactAnswers Input, IReadOnlyList<GetContactLog.Colleague> People, DateOnly Today);
