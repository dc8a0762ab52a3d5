using System.Data.Common;
using Ccri.Web.Data;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Programme;

/// <summary>Whether every job runs, for a program that watches the site; it tells nothing that a stranger should not know.</summary>
public static class TellHealth
{
    [Allow(Everybody = true)]
    public sealed record Query : IRequest<Answer>;

    /// <summary>No job stands there when the database is not there.</summary>
    public sealed record Answer(bool IsWell, IReadOnlyList<Job> Jobs);

    public sealed record Job(string Name, bool Ok);

    public sealed class Handler(CcriDbContext db, JobReader reader, MailGate gate, ILogger<Handler> log) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            try
            {
                if (!await db.Database.CanConnectAsync(cancellationToken))
                    return new Answer(false, []);
                var jobs = await reader.ReadAsync(cancellationToken);
                List<Job> told = [.. jobs.Select(j => new Job(j.Name, !j.IsOverdue)), new Job("mail", gate.State is not { IsOpen: false })]; // the worker of the outbox does its work, too, when nothing can be sent
                return new Answer(told.TrueForAll(j => j.Ok), told);
            }
            catch (Exception problem) when (problem is DbException or InvalidOperationException) // EF Core wraps what may pass
            {
                log.LogError(problem, "The database does not answer");
                return new Answer(false, []);
            }
        }
    }
}

public static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous(); // the process answers
        routes.MapGet("/health", async (IMediator mediator, HttpContext context) =>
        {
            var health = await mediator.Send(new TellHealth.Query(), context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { status = health.IsWell ? "ok" : "failing", jobs = health.Jobs }, statusCode: health.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }
}
