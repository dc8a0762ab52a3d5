using Ccri.Domain;
using FluentValidation;
using FluentValidation.Results;

namespace Ccri.Web.Errors;

/// <summary>A refusal at the field that it is about, for what only a handler can know.</summary>
public static class Refusal
{
    /// <param name="field">The property of the command, which the page's form has under the same name.</param>
    public static ValidationException At(string field, string sentence) => new([new ValidationFailure(field, sentence)]);

    /// <summary>Lets the entity decide, and shows its sentence at the field.</summary>
    public static void Try(string field, Action verb)
    {
        try
        {
            verb();
        }
        catch (RuleViolationException rule)
        {
            throw At(field, rule.Message);
        }
    }
}
