using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>What differs between two versions of a roadmap, or between one and the roadmap as it is now.</summary>
public static class CompareRoadmaps
{
    /// <param name="From">The number of the earlier version; empty: the newest one.</param>
    /// <param name="To">The number of the later version; empty: as it is now.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, int? From, int? To) : IRequest<Answer>;

    /// <param name="Versions">The newest first.</param>
    public sealed record Answer(string Code, string Title, IReadOnlyList<GetRoadmap.VersionRow> Versions, int From, int? To, ShownComparison Comparison);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireReadOfWork(solution.TerritoryId);
            var versions = await db.RoadmapVersions.Where(v => v.SolutionId == solution.Id).OrderByDescending(v => v.Number)
                .Select(v => new GetRoadmap.VersionRow(v.Number, v.AgreedOn, v.Note)).ToListAsync(cancellationToken);
            var earlier = versions.Find(v => request.From is null || v.Number == request.From) ?? throw new NotFoundException("Version", request.From ?? 1);
            var later = request.To is not { } number ? null : versions.Find(v => v.Number == number) ?? throw new NotFoundException("Version", number);
            var contents = await db.RoadmapVersions.Where(v => v.SolutionId == solution.Id && (v.Number == earlier.Number || v.Number == request.To))
                .ToDictionaryAsync(v => v.Number, v => v.Content, cancellationToken);
            var now = later is null ? await RoadmapPicture.ReadAsync(db.Milestones.Where(m => m.SolutionId == solution.Id), cancellationToken) : KeptPicture.Read(contents[later.Number]);
            return new Answer(solution.Code, solution.Title, versions, earlier.Number, later?.Number,
                RoadmapPicture.Compare(Name(earlier), KeptPicture.Read(contents[earlier.Number]), later is null ? "Now" : Name(later), now));
        }

        private static string Name(GetRoadmap.VersionRow version) => $"Version {Words.Of(version.Number)}, {Words.Of(version.AgreedOn)}";
    }
}
