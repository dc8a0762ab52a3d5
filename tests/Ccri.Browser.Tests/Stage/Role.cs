namespace Ccri.Browser.Tests.Stage;

/// <summary>The five roles by the word on their button in the demonstration.</summary>
public static class Role
{
    public const string Officer = "Support officer";
    public const string Lead = "Working-group lead";
    public const string Coordinator = "Coordinator";
    public const string Territory = "Territory contact";
    public const string Desk = "Commission desk officer";

    public static readonly string[] All = [Officer, Lead, Coordinator, Territory, Desk];
}
