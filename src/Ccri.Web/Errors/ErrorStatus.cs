using Ccri.Domain;
using FluentValidation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
        RuleViolationException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        DbUpdateException exists when IsThereAlready(exists) => StatusCodes.Status409Conflict,
        NotWorkingException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Only sentences written for people are shown; of anything else we say that it went wrong.</summary>
    public static string Sentence(Exception? exception) => exception switch
    {
        ValidationException validation => string.Join(" ", validation.Errors.Select(e => e.ErrorMessage).Distinct()),
        NotSignedInException or NotAllowedException or NotFoundException or RuleViolationException or NotWorkingException => exception.Message,
        DbUpdateConcurrencyException => "Somebody else changed this while you were editing. Open it again to see both.",
        DbUpdateException exists when IsThereAlready(exists) => "There is one like it already, saved a moment ago by somebody else. Open the list to see it.",
        _ => "Something went wrong on our side.",
    };

    /// <summary>The unique index is the truth: a handler that looked first can still be overtaken.</summary>
    private static bool IsThereAlready(DbUpdateException refused) => refused.InnerException is
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
