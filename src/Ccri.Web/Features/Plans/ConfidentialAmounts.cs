using Ccri.Domain.Plans;

namespace Ccri.Web.Features.Plans;

/// <summary>What of a confidential project is withheld from who may not see its amounts (<c>Access.SeesConfidentialAmounts</c>): to them it is not even sent.</summary>
public static class ConfidentialAmounts
{
    /// <summary>What of the project itself is withheld, on its page and in each picture of its plan alike.</summary>
    public static readonly IReadOnlySet<string> OfProject = new HashSet<string>
    {
        nameof(InvestmentProject.Rate), nameof(InvestmentProject.RateOn), nameof(InvestmentProject.Capex), nameof(InvestmentProject.Opex), nameof(InvestmentProject.Preparation),
        nameof(InvestmentProject.Contingency), nameof(InvestmentProject.YearlyRevenue), nameof(InvestmentProject.YearlySavings), nameof(InvestmentProject.NetPresentValue),
        nameof(InvestmentProject.ReturnRate), nameof(InvestmentProject.Payback), nameof(InvestmentProject.DiscountRate),
    };

    /// <summary>What of its money is withheld; a note may say the amount once more.</summary>
    public static readonly IReadOnlySet<string> OfFunding = new HashSet<string> { nameof(FundingLine.Amount), nameof(FundingLine.Rate), nameof(FundingLine.RateOn), nameof(FundingLine.Note) };

    /// <summary>What is withheld of an effect that is an amount itself.</summary>
    public static readonly IReadOnlySet<string> OfEffect = new HashSet<string> { nameof(Effect.Amount), nameof(Effect.Basis) };

    /// <summary>Empties those fields of a copy that is made for who may not see them.</summary>
    public static T Emptied<T>(T copy, IReadOnlySet<string> withheld) where T : class
    {
        foreach (var field in withheld)
            typeof(T).GetProperty(field)!.SetValue(copy, null);
        return copy;
    }
}
