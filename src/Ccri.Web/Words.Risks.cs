using Ccri.Domain.Risks;

namespace Ccri.Web;

/// <summary>Of risks and issues.</summary>
public static partial class Words
{
    public static string Of(RiskKind kind) => kind == RiskKind.Risk ? "Risk" : "Issue";

    public static string LikelyOf(RiskLevel level) => level switch { RiskLevel.Low => "Unlikely", RiskLevel.Medium => "Possible", _ => "Likely" };

    public static string GraveOf(RiskLevel level) => level switch { RiskLevel.Low => "Slight", RiskLevel.Medium => "Serious", _ => "Grave" };

    /// <summary>"Likely, grave"; of an issue "Has happened, grave".</summary>
    public static string WeightOf(Risk risk) => $"{(risk.Probability is { } probability ? LikelyOf(probability) : "Has happened")}, {GraveOf(risk.Impact).ToLowerInvariant()}";
}
