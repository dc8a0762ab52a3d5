using Ccri.Domain;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Errors;

/// <summary>The one place that says which refusal is which HTTP status, and which sentence may be shown.</summary>
public static class ErrorStatus
{
    public static int Of(Exception exception) => exception switch
    {
        ValidationException or BadHttpRequestException => StatusCodes.Status400BadRequest,
        NotSignedInException => StatusCodes.Status401Unauthorized,
        NotAllowedException => StatusCodes.Status403Forbidden,
        NotFoundException => StatusCodes.Status404NotFound,
        RuleViolationException or StaleVersionException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        NotWorkingException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Only sentences written for people are shown; of anything else we say that it went wrong.</summary>
    public static string Sentence(Exception? exception) => exception switch
    {
        ValidationException validation => string.Join(" ", validation.Errors.Select(e => e.ErrorMessage).Distinct()),
        NotSignedInException or NotAllowedException or NotFoundException or RuleViolationException or StaleVersionException or NotWorkingException => exception.Message,
        DbUpdateConcurrencyException => "Somebody else changed this while you were editing. Open it again to see both.",
        _ => "Something went wrong on our side.",
    };
}
