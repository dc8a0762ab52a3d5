using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Errors;

/// <summary>What a form holds that is not even a day or a number: it comes back as it was, with a sentence at the field.</summary>
public static class RefusedForm
{
    /// <summary>The page again, answered as every other refusal of what was typed.</summary>
    public static IActionResult Refused(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>In our words; those of the framework name properties.</summary>
    public static void InWords(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Sentence(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Sentence);
        messages.SetValueMustNotBeNullAccessor(_ => "Enter a value here.");

        static string Sentence(string value) => $"“{value}” cannot be read here. A day is written like 2026-11-20, a number in digits.";
    }
}
