using Ccri.Domain;

namespace Ccri.Web.Features.Shared;

/// <summary>Takes a picture of a thing with everything in it as it stands in the database: each feature of its own things, so that others need not know them.</summary>
public interface IPictureReader<in T> where T : Entity
{
    Task<Picture> ReadAsync(T thing, CancellationToken cancellationToken);
}
