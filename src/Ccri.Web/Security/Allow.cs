using Ccri.Domain.Accounts;

namespace Ccri.Web.Security;

/// <summary>Names who may send a message. A message without it is refused; jobs and the command line may send every one that has it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>Everybody, signed in or not: signing in itself, and pages such as "help".</summary>
    public bool Everybody { get; init; }
}
