using Ccri.Domain.Accounts;

namespace Ccri.Web.Features.Accounts;

/// <summary>The fields of a role, the same where somebody is invited and where somebody gets another role.</summary>
public class RoleForm
{
    public Role? Role { get; set; }
    public string? Territory { get; set; }
    public string? Group { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>What the selects offer; never posted.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public GetScopes.Answer Scopes { get; set; } = new([], []);
}
