using Ccri.Domain;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Solutions;

/// <inheritdoc/>
internal sealed class RoadmapPictureReader(CcriDbContext db) : IPictureReader<Solution>
{
    public Task<Picture> ReadAsync(Solution thing, CancellationToken cancellationToken) =>
        RoadmapPicture.ReadAsync(db.Milestones.Where(m => m.SolutionId == thing.Id), cancellationToken);
}
