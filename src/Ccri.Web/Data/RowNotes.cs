using Ccri.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

public static class RowNotes
{
    /// <summary>Where each of some rows as a whole comes from; for reading only.</summary>
    public static Task<Dictionary<Guid, FactNote>> NotesOf(this CcriDbContext db, IReadOnlyCollection<Guid> rows, CancellationToken cancellationToken) =>
        db.FactNotes.AsNoTracking().Where(n => n.Field == "" && rows.Contains(n.SubjectId)).ToDictionaryAsync(n => n.SubjectId, cancellationToken);
}
