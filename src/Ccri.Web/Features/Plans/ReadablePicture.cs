using Ccri.Domain;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>
/// Amounts of a confidential project are for the support office and the territory; others read the picture without them. What is confidential today
/// is so in a version of the time before, too, and what was confidential when a version was kept stays so in it.
/// </summary>
internal static class ReadablePicture
{
    /// <summary>What <see cref="PlanPictureRows"/> calls an amount with its unit.</summary>
    private const string Quantity = "Quantity";

    public static async Task<Picture> ForAsync(this Picture picture, CcriDbContext db, Access access, Plan plan, CancellationToken cancellationToken)
    {
        if (plan.Kind == PlanKind.Ceap || access.SeesConfidentialAmounts(plan.TerritoryId))
            return picture;
        var today = await db.InvestmentProjects.Where(p => p.PlanId == plan.Id && p.IsConfidential).Select(p => p.Id).ToListAsync(cancellationToken);
        var isConfidential = picture.Rows.Where(row => row.Noun == nameof(InvestmentProject))
            .ToLookup(row => row.Name, row => row.Fields.ContainsKey(nameof(InvestmentProject.IsConfidential)) || today.Contains(row.Id));
        return new Picture([.. picture.Rows.Select(row => Project(row) is { } project && IsWithheld(isConfidential[project]) ? Open(row) : row)]);
    }

    /// <summary>What its project is called in the same picture; empty of a row that has none.</summary>
    private static string? Project(PictureRow row) => row.Noun switch
    {
        nameof(InvestmentProject) => row.Name,
        nameof(FundingLine) => row.Fields.GetValueOrDefault("Project", ""),
        nameof(Effect) => row.Fields.GetValueOrDefault("Of", ""),
        _ => null,
    };

    /// <summary>Of a project that is not in the picture nobody can say that it is open.</summary>
    private static bool IsWithheld(IEnumerable<bool> projects) => projects.DefaultIfEmpty(true).Any(isConfidential => isConfidential);

    private static PictureRow Open(PictureRow row) => row.Noun switch
    {
        nameof(InvestmentProject) => Without(row, ConfidentialAmounts.OfProject),
        nameof(FundingLine) => Without(row, ConfidentialAmounts.OfFunding),
        _ when Enum.TryParse<EffectKind>(row.Fields.GetValueOrDefault("EffectKind"), out var kind) && !Effect.IsMoney(kind) => row,
        _ => Without(row, ConfidentialAmounts.OfEffect, Quantity),
    };

    private static PictureRow Without(PictureRow row, IReadOnlySet<string> withheld, string? another = null) =>
        row with { Fields = row.Fields.Where(field => field.Key != another && !withheld.Contains(field.Key)).ToDictionary() };
}
