using Ccri.Domain;
using Ccri.Domain.Accounts;
using FluentValidation;

namespace Ccri.Web.Features.Accounts;

/// <summary>What a form may say of a person, refused at its field.</summary>
public static class PersonRules
{
    /// <summary>Something is required by another rule; whatever is entered has the length of a name and stands on one line.</summary>
    public static IRuleBuilderOptions<T, string?> FitsAName<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(name => name is null || name.Trim().Length <= 200).WithMessage((_, name) => $"The name has {name!.Trim().Length} characters. Use at most 200.")
        .Must(name => name is null || !name.Trim().Any(char.IsControl)).WithMessage("The name runs over more than one line. Enter it on one.");

    public static IRuleBuilderOptions<T, string?> IsANameOfAPerson<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the name, such as Ana Kovač.").FitsAName();

    /// <summary>The domain's own sentence.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> IsAnAddress<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the e-mail address.").Custom((email, context) =>
        {
            try
            {
                Person.Address(email);
            }
            catch (RuleViolationException refusal)
            {
                context.AddFailure(refusal.Message);
            }
        });
}
