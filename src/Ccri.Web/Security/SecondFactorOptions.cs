using System.ComponentModel.DataAnnotations;
using Ccri.Domain.Accounts;

namespace Ccri.Web.Security;

/// <summary>Setting <c>SecondFactor:RequiredFor</c>: the roles that come in only with a second factor; a list, or names with commas between them.</summary>
public sealed class SecondFactorOptions : IValidatableObject
{
    public const string Section = "SecondFactor";

    public IReadOnlyList<string> RequiredFor { get; set; } = [];

    public bool IsRequiredFor(IEnumerable<Role> roles) => roles.Any(role => RequiredFor.Contains(role.ToString(), StringComparer.OrdinalIgnoreCase));

    public IEnumerable<ValidationResult> Validate(ValidationContext context) =>
        from name in RequiredFor
        where !Enum.GetNames<Role>().Contains(name, StringComparer.OrdinalIgnoreCase)
        select new ValidationResult($"SecondFactor:RequiredFor names “{name}”, which is no role. The roles are {string.Join(", ", Enum.GetNames<Role>())}.");

    /// <summary>A single value is read, too: an environment variable has no lists, and a requirement must not get lost over that.</summary>
    public static IReadOnlyList<string> Read(IConfiguration configuration)
    {
        var setting = configuration.GetSection($"{Section}:{nameof(RequiredFor)}");
        return [.. setting.GetChildren().Select(c => c.Value).Append(setting.Value)
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
