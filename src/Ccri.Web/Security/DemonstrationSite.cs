namespace Ccri.Web.Security;

/// <summary>The environment of <c>scripts/run --demo</c>: its own database, and anybody may look around.</summary>
public static class DemonstrationSite
{
    public const string Environment = "Demo";
}
