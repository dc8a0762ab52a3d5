using Ccri.Domain;
using Ccri.Domain.Plans;
using Ccri.Web.Security;

namespace Ccri.Web.Features.Plans;

/// <summary>Amounts of a confidential project are for the support office and the territory; others read the picture without them.</summary>
internal static class ReadablePicture
{
    private static readonly HashSet<string> Figures =
        [.. PlanWords.Amounts, nameof(InvestmentProject.Rate), nameof(InvestmentProject.ReturnRate), nameof(InvestmentProject.Payback), nameof(InvestmentProject.Contingency)];

    public static Picture For(this Picture picture, Access access, CurrentUser user, Guid territoryId) =>
        ConfidentialAmounts.Sees(access, user, territoryId) ? picture : new Picture([.. picture.Rows.Select(Open)]);

    private static PictureRow Open(PictureRow row) => row.Fields.ContainsKey(nameof(InvestmentProject.IsConfidential))
        ? row with { Fields = row.Fields.Where(field => !Figures.Contains(field.Key)).ToDictionary() } : row;
}
