namespace Ccri.Web.Data;

/// <summary>A key that signs cookies and links, shared by every process on the same database.</summary>
public sealed class DataProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
