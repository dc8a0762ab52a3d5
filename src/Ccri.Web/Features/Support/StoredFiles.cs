using Ccri.Domain.Files;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Equal files are stored once, and go with the last that refers to them.</summary>
internal static class StoredFiles
{
    /// <summary>Saves with these files gone, and what was in them where no other refers to it: all or nothing, and without reading the bytes.</summary>
    public static async Task SaveWithoutAsync(this CcriDbContext db, IReadOnlyCollection<AttachedFile> files, CancellationToken cancellationToken)
    {
        var contents = files.Select(f => f.Sha256).Distinct().ToList();
        db.AttachedFiles.RemoveRange(files);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.FileContents.Where(c => contents.Contains(c.Sha256) && !db.AttachedFiles.Any(f => f.Sha256 == c.Sha256)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
