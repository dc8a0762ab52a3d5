using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>A version of a roadmap as it was kept.</summary>
public static class GetRoadmapVersion
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, int Number) : IRequest<Answer>;

    /// <param name="Rows">In the order of the day agreed then.</param>
    public sealed record Answer(string Code, string Title, int Number, DateOnly AgreedOn, string? Note, IReadOnlyList<PictureRow> Rows);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireReadOfWork(solution.TerritoryId);
            var version = await db.RoadmapVersions.AsNoTracking().SingleOrDefaultAsync(v => v.SolutionId == solution.Id && v.Number == request.Number, cancellationToken)
                ?? throw new NotFoundException("Version", request.Number);
            return new Answer(solution.Code, solution.Title, version.Number, version.AgreedOn, version.Note,
                [.. KeptPicture.Read(version.Content).Rows.OrderBy(r => r.Fields.GetValueOrDefault("Due"), StringComparer.Ordinal).ThenBy(r => r.Id)]);
        }
    }
}
