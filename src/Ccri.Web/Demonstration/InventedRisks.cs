using Ccri.Domain.Risks;

namespace Ccri.Web.Demonstration;

/// <summary>A few risks and issues of territories with plans: open ones, and some that were dealt with in the year behind.</summary>
internal static class InventedRisks
{
    private static readonly (string Title, RiskKind Kind, string? Mitigation, string Outcome)[] Ideas =
    [
        ("the operator of the hub may not be found in time", RiskKind.Risk, "a second tender is prepared, and talks are held with two neighbours.", "an operator signed for three years."),
        ("prices of recovered material fall below the cost of recovery", RiskKind.Risk, "the purchase is secured by a contract with a fixed price.", "a buyer with a contract was found."),
        ("the permit takes longer than planned", RiskKind.Issue, "the authority is asked for a decision in parts.", "the permit was granted."),
        ("the national call may be postponed", RiskKind.Risk, null, "the call was opened as announced."),
        ("the post of the project leader is vacant", RiskKind.Issue, "the work is done by two colleagues until it is filled.", "the post was filled."),
    ];

    public static void Make(Invention invention, Place place)
    {
        if (place.Entry.ActionPlan is null && place.Entry.InvestmentPlan is null)
            return;
        var chance = new Chance($"{place.Slug} risks");
        var (first, count, today) = (chance.Below(Ideas.Length), chance.From(1, 3), invention.Today);
        for (var i = 0; i < count; i++)
        {
            var idea = Ideas[(first + i) % Ideas.Length];
            var raised = today.AddDays(-chance.From(40, 400));
            var risk = invention.Mark(invention.Add(new Risk(place.Id, idea.Kind, Invention.Say(idea.Title), raised)), place.Id);
            risk.Weigh((RiskLevel)chance.Below(3), (RiskLevel)chance.Below(3));
            risk.Answer(idea.Mitigation is { } mitigation ? Invention.Say(mitigation) : null, null);
            if (raised < today.AddDays(-150) && chance.In(55))
                risk.Close(raised.AddDays(chance.From(60, 140)), Invention.Say(idea.Outcome), today);
        }
    }
}
