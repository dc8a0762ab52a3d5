using Ccri.Domain;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Plans;

/// <inheritdoc/>
internal sealed class PlanPictureReader(CcriDbContext db) : IPictureReader<Plan>
{
    public Task<Picture> ReadAsync(Plan thing, CancellationToken cancellationToken) => PlanPicture.OfAsync(db, thing, cancellationToken);
}
