namespace Ccri.Web.Features.Accounts;

/// <summary>A working group, or a sub-group of one, as the scope of a role is spelled: <c>TWG-B</c>, or <c>TWG-B/</c> and the sub-group.</summary>
/// <param name="SubGroup">Id or name of the sub-group; empty for the whole group.</param>
public sealed record GroupScope(string Code, string? SubGroup)
{
    /// <summary>"Circular Bioeconomy, Biofertilisers and nutrients".</summary>
    public static string Name(string group, string? subGroup) => subGroup is null ? group : $"{group}, {subGroup}";

    public static GroupScope Of(string scope) => scope.Split('/', 2) is [var code, var part] ? new(code.Trim(), part.Trim()) : new(scope.Trim(), null);
}
