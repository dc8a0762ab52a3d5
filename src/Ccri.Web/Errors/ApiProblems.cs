using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;

namespace Ccri.Web.Errors;

/// <summary>Under <c>/api</c> a refusal is a ProblemDetails answer; everywhere else it is a page.</summary>
public sealed class ApiProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // Not Request.Path: while the handler runs, that is already the page of errors.
        if (context.Features.Get<IExceptionHandlerPathFeature>() is not { } failed || !new PathString(failed.Path).StartsWithSegments("/api"))
            return false;
        context.Response.StatusCode = ErrorStatus.Of(exception);
        var answer = new ProblemDetailsContext { HttpContext = context, Exception = null };
        answer.ProblemDetails.Status = context.Response.StatusCode;
        answer.ProblemDetails.Title = ErrorStatus.Sentence(exception);
        if (exception is ValidationException validation)
            answer.ProblemDetails.Extensions["errors"] = validation.Errors.GroupBy(e => e.PropertyName).ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).ToArray());
        return await problems.TryWriteAsync(answer);
    }
}
