namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>Whose documents these are.</summary>
internal static class Publisher
{
    public const string Organisation = "Circular Cities and Regions Initiative";
    public const string Unit = "Coordination and Support Office";
    public const string Author = "CCRI Coordination and Support Office";
    public const string Funded = "Funded by the European Union";
}
