namespace Ccri.Web.Features.Shared;

/// <summary>A working group or one of its sub-groups as one choice of a list and one part of an address: "TWG-C", or "TWG-B/" and the id of the sub-group.</summary>
public sealed record GroupKey(string Code, Guid? SubGroupId)
{
    /// <summary>Empty when it is empty, or no such thing at all.</summary>
    public static GroupKey? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var parts = text.Trim().Split('/', 2);
        return parts.Length == 1 ? new GroupKey(parts[0].ToUpperInvariant(), null)
            : Guid.TryParse(parts[1], out var subGroup) ? new GroupKey(parts[0].ToUpperInvariant(), subGroup) : null;
    }

    public override string ToString() => SubGroupId is { } subGroup ? $"{Code}/{subGroup}" : Code;
}
