namespace Ccri.Web.Features.Programme.Loading;

/// <summary>One thing wrong with a file, precise enough to put it right.</summary>
public sealed record Fault(string File, int Row, string Column, string Value, string Reason)
{
    public override string ToString() => $"{File}, row {Row}, column {Column}, value “{Value}”: {Reason}";
}

/// <summary>Nothing was loaded, because of these faults.</summary>
public sealed class LoadRefusedException(IReadOnlyList<Fault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
