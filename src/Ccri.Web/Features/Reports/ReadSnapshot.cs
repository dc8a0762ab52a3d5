using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The sealed snapshot of a territory in a period: the very bytes that travel inside its reports.</summary>
public static class ReadSnapshot
{
    /// <param name="Revision">Empty: the newest.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, string Slug, int? Revision = null) : IRequest<Answer>;

    public sealed record Answer(string FileName, byte[] Content, string Sha256);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Slug }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(territory.Id);
            return await (from s in db.SealedSnapshots.Where(s => s.TerritoryId == territory.Id && (request.Revision == null || s.Revision == request.Revision))
                          join period in db.ReportingPeriods.Where(p => p.Code == request.Code) on s.PeriodId equals period.Id
                          join snapshot in db.Snapshots on s.SnapshotId equals snapshot.Id
                          orderby s.Revision descending
                          select new Answer(period.Code + "-r" + s.Revision + "-" + territory.Slug + "-snapshot.json", snapshot.Content, snapshot.Sha256)).FirstOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Sealed snapshot", $"{request.Slug} in {request.Code}");
        }
    }

    public static void MapSnapshots(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/{code}/territories/{slug}/snapshot.json", async (string code, string slug, int? revision, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var snapshot = await mediator.Send(new Query(code, slug, revision), cancellationToken);
            return Results.File(snapshot.Content, "application/json", snapshot.FileName);
        });
}
