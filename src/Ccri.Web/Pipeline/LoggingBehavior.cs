using System.Diagnostics;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Pipeline;

/// <summary>One line per message: which, by whom, how long. Never its content, which may be personal.</summary>
public sealed class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> log, CurrentUser user)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    private static readonly string Message = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = "refused or failed";
        try
        {
            var answer = await next();
            outcome = "done";
            return answer;
        }
        finally
        {
            log.LogDebug("{Message} {Outcome} in {Milliseconds:0} ms for {Who} by {Door}",
                Message, outcome, Stopwatch.GetElapsedTime(start).TotalMilliseconds, user.PersonId?.ToString() ?? user.Name, user.Door);
        }
    }
}
