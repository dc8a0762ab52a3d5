using Ccri.Domain.Knowledge;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Keeps the source of an organisation, a role or a membership: one note for the row as a whole.</summary>
public static class RowSource
{
    /// <param name="territoryId">Whose row it is, when it is a territory's.</param>
    public static void CiteNew(this CcriDbContext db, Guid row, Guid? territoryId, SourceOfChange source, Guid? personId, DateTime now)
    {
        var note = new FactNote(row, "", territoryId);
        source.CiteAt(note, personId, now);
        db.FactNotes.Add(note);
    }

    /// <summary>Cites the source that was given, and insists on one when a fact that has a source is another now.</summary>
    /// <exception cref="FluentValidation.ValidationException">At the field of the source.</exception>
    public static async Task CiteChangedAsync(this CcriDbContext db, Guid row, Guid? territoryId, bool isChanged, SourceOfChange source, Guid? personId, DateTime now,
        CancellationToken cancellationToken)
    {
        var note = await db.FactNotes.SingleOrDefaultAsync(n => n.SubjectId == row && n.Field == "", cancellationToken);
        if (!string.IsNullOrWhiteSpace(source.Source))
        {
            if (note is null)
                db.CiteNew(row, territoryId, source, personId, now);
            else
                source.CiteAt(note, personId, now);
        }
        else if (isChanged && note is not null)
            throw Refusal.At(nameof(SourceOfChange.Source), "You changed what is shown with its source. Say where the new answer comes from: an address, or the words of the source.");
    }
}
