using Ccri.Domain.Accounts;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Accounts;

/// <summary>A role as a form gives it. Without JavaScript both selects of scopes are always there; a scope that does not fit is refused at its own.</summary>
public interface IRoleChoice
{
    Role? Role { get; }

    /// <summary>Slug of the one territory.</summary>
    string? Territory { get; }

    /// <summary>The one working group or sub-group, as <see cref="GroupScope"/> spells it.</summary>
    string? Group { get; }
    DateOnly? From { get; }
    DateOnly? To { get; }

    /// <summary>As <see cref="AddPerson"/> takes it.</summary>
    string? Scope => string.IsNullOrEmpty(Territory) ? Group : Territory;
}

public sealed class RoleChoiceValidator : AbstractValidator<IRoleChoice>
{
    public RoleChoiceValidator()
    {
        RuleFor(c => c.Role).NotNull().WithMessage("Choose the role.");
        RuleFor(c => c.Territory).NotEmpty().When(c => c.Role == Role.Territory).WithMessage("A territory contact answers for one territory. Choose it.");
        RuleFor(c => c.Territory).Empty().When(c => c.Role is Role.Lead or Role.Coordinator or Role.Desk)
            .WithMessage(c => $"The role “{Words.Of(c.Role!.Value)}” is not limited to a territory. Leave “Every territory”.");
        RuleFor(c => c.Group).Empty().When(c => c.Role is Role.Officer or Role.Coordinator or Role.Territory or Role.Desk)
            .WithMessage(c => $"The role “{Words.Of(c.Role!.Value)}” is not limited to a working group. Leave “Every group”.");
        RuleFor(c => c.To).NotBefore(c => c.From);
    }
}
