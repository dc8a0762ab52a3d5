using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>How one territory stands: its status with the reason, what comes next, what does not fit together, and how its indicators do.</summary>
public static class GetTerritoryStanding
{
    public const int NextSteps = 6;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    /// <param name="Next">Late first; as many as fit.</param>
    /// <param name="Of">The status of each plan and solution; none for what is over.</param>
    /// <param name="Findings">Accepted ones last.</param>
    /// <param name="Indicators">How many it follows, its solutions included, with a target or without.</param>
    /// <param name="WorstIndicator">Of those with a target.</param>
    public sealed record Answer(ShownStatus Status, IReadOnlyList<DueThing> Next, int MoreNext, IReadOnlyDictionary<Guid, Rag> Of, IReadOnlyList<ShownFinding> Findings, int Indicators, Rag? WorstIndicator);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, FindingReader findings) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireReadOfWork(id);
            var book = await statuses.OfTerritoryAsync(id, cancellationToken);
            var due = book.Due(await db.WorkCodesAsync(db.Territories.Where(t => t.Id == id), cancellationToken));
            var territory = book.Territories.Single();
            var aims = territory.Indicators.Select(p => p.Status!.Value).ToList();
            return new Answer(book.Show(id)!, [.. due.Take(NextSteps)], Math.Max(0, due.Count - NextSteps),
                territory.Judged.Where(p => p.Of is FollowedPlan or FollowedSolution).ToDictionary(p => p.Of.Id, p => p.Status!.Value), await findings.OfTerritoryAsync(id, cancellationToken),
                await db.IndicatorSeries.CountAsync(s => s.TerritoryId == id, cancellationToken), aims.Count == 0 ? null : Severity.Worst(aims));
        }
    }
}
