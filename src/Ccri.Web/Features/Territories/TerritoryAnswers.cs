using Ccri.Domain.Territories;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Territories;

/// <summary>What one fills in about a territory, when it is new and when it is edited.</summary>
public abstract record TerritoryAnswers : SourceOfChange
{
    public string? Name { get; init; }
    public TerritoryType? Type { get; init; }
    public string? Country { get; init; }
    public int? Population { get; init; }
    public string? NutsCode { get; init; }
    public int? NutsVersion { get; init; }
    public string? NutsNote { get; init; }
    public UrbanRural? UrbanRural { get; init; }

    /// <summary>One on each line.</summary>
    public string? Sectors { get; init; }
    public string? Solution { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? Notes { get; init; }

    public List<string> SectorList => [.. (Sectors ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Puts the answers where they belong; the territory refuses what it cannot be.</summary>
    public void ApplyTo(Territory territory)
    {
        territory.Rename(Name!);
        territory.Classify(Type);
        territory.LieIn(Country);
        territory.Count(Population);
        territory.CodeAs(NutsCode?.Trim().ToUpperInvariant());
        territory.CodeInVersion(NutsVersion);
        territory.RemarkOnCode(NutsNote);
        territory.Describe(UrbanRural);
        if (!SectorList.SequenceEqual(territory.Sectors))
            territory.WorkOn(SectorList);
        territory.Publish(Solution);
        territory.PlaceNorth(Latitude);
        territory.PlaceEast(Longitude);
        territory.Remark(Notes);
    }
}

public sealed class TerritoryAnswersValidator : AbstractValidator<TerritoryAnswers>
{
    public TerritoryAnswersValidator()
    {
        Include(new SourceOfChangeValidator());
        RuleFor(t => t.Name).Needed("Enter the name of the territory.").Line("The name", 300);
        RuleFor(t => t.Type).IsInEnum().WithMessage("Choose one of the list.");
        RuleFor(t => t.UrbanRural).IsInEnum().WithMessage("Choose one of the list.");
        RuleFor(t => t.Population).InclusiveBetween(1, 500_000_000)
            .WithMessage(t => $"The population is {t.Population}. It should be a whole number above zero, or empty when it is not known.");
        RuleFor(t => t.NutsVersion).Must(year => NutsCode.Fault(null, null, year) is null).WithMessage(t => NutsCode.Fault(null, null, t.NutsVersion));
        RuleFor(t => t.NutsCode).Must((t, code) => Fault(t, code) is null).WithMessage(t => Fault(t, t.NutsCode));
        RuleFor(t => t.NutsNote).Text("The note on the code", 300);
        RuleFor(t => t.Sectors).Must((t, _) => t.SectorList.Count <= 30 && t.SectorList.TrueForAll(s => s.Length <= 100)).WithMessage("Give at most 30 sectors of at most 100 characters, one on each line.");
        RuleFor(t => t.Solution).Text("The title of the solution", 2000);
        RuleFor(t => t.Latitude).InclusiveBetween(-22, 84).WithMessage(t => $"The latitude is {t.Latitude}. It should lie between -22 and 84 degrees north.");
        RuleFor(t => t.Longitude).InclusiveBetween(-64, 60).WithMessage(t => $"The longitude is {t.Longitude}. It should lie between -64 and 60 degrees east.");
        RuleFor(t => t.Notes).Text("The note", 4000);
    }

    private static string? Fault(TerritoryAnswers answers, string? code) =>
        NutsCode.Fault(code, answers.Country is { Length: 2 } country ? country.ToUpperInvariant() : null, NutsCode.Versions.Contains(answers.NutsVersion ?? 0) ? answers.NutsVersion : null);
}
