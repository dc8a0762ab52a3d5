using Ccri.Domain.Knowledge;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>Keeps the source of a row that has one as a whole: an organisation, a role, a member, a membership.</summary>
public static class RowSource
{
    /// <param name="territoryId">Whose row it is, when it is a territory's.</param>
    public static void CiteNew(this CcriDbContext db, Guid row, Guid? territoryId, SourceOfChange source, Guid? personId, DateTime now)
    {
        var note = new FactNote(row, "", territoryId);
        Refusal.Try(nameof(SourceOfChange.Source), () => source.CiteAt(note, personId, now));
        db.FactNotes.Add(note);
    }

    /// <summary>Cites the source that was given, and insists on one when what is shown with it is another now.</summary>
    /// <exception cref="FluentValidation.ValidationException">At the field of the source.</exception>
    public static async Task CiteRowAsync(this CcriDbContext db, Guid row, Guid? territoryId, bool isChanged, SourceOfChange source, Guid? personId, DateTime now,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(source.Source))
        {
            if (isChanged)
                throw Refusal.At(nameof(SourceOfChange.Source), "You changed what is shown with its source. Say where the new answer comes from: an address, or the words of the source.");
            return;
        }
        if (await db.FactNotes.SingleOrDefaultAsync(n => n.SubjectId == row && n.Field == "", cancellationToken) is { } note)
            source.CiteAt(note, personId, now);
        else
            db.CiteNew(row, territoryId, source, personId, now);
    }
}
