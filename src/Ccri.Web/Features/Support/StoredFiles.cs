using Ccri.Domain.Support;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Equal files are stored once, and go with the last that refers to them.</summary>
internal static class StoredFiles
{
    /// <summary>The caller saves.</summary>
    public static async Task RemoveFilesAsync(this CcriDbContext db, IReadOnlyCollection<ActivityFile> files, CancellationToken cancellationToken)
    {
        var (ids, contents) = (files.Select(f => f.Id).ToList(), files.Select(f => f.Sha256).Distinct().ToList());
        db.ActivityFiles.RemoveRange(files);
        db.FileContents.RemoveRange(await db.FileContents.Where(c => contents.Contains(c.Sha256) && !db.ActivityFiles.Any(f => f.Sha256 == c.Sha256 && !ids.Contains(f.Id))).ToListAsync(cancellationToken));
    }
}
