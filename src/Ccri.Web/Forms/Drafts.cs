using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Forms;

/// <summary>Keeps and gives back drafts, one for each person and form.</summary>
public sealed class Drafts(CcriDbContext db, TimeProvider clock)
{
    /// <summary>The query parameter that asks for the draft to be filled in.</summary>
    public const string Parameter = "draft";

    /// <summary>Characters of a whole form; far more than anybody types, and little enough that nobody fills the disk.</summary>
    private const int Longest = 200_000;

    /// <summary>Drafts of one person; the oldest makes room.</summary>
    public const int Most = 50;

    /// <summary>Between the values of one field that has several; no keyboard types it.</summary>
    private const char Separator = '\u001f';

    private static readonly string[] Kept = ["Input.", "Was."];

    /// <summary>A password is never kept, nor what the page itself put into the form.</summary>
    public static Dictionary<string, string> FieldsOf(IFormCollection form) => form
        .Where(field => Array.Exists(Kept, prefix => field.Key.StartsWith(prefix, StringComparison.Ordinal)) && !field.Key.Contains("Password", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(field => field.Key, field => string.Join(Separator, field.Value.AsEnumerable()));

    /// <summary>The values of one field of a draft: several where several boxes of the same name were ticked.</summary>
    public static string[] ValuesOf(string kept) => kept.Split(Separator);

    public Task<Draft?> FindAsync(Guid personId, string form, CancellationToken cancellationToken) =>
        db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == personId && d.Form == form, cancellationToken);

    /// <summary>Keeps what was typed; says when, or nothing when there was nothing to keep or too much.</summary>
    public async Task<DateTime?> KeepAsync(Guid personId, string form, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (fields.Count == 0 || form.Length > 500 || fields.Sum(field => field.Key.Length + field.Value.Length) > Longest)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.PersonId == personId && d.Form == form, cancellationToken);
        if (draft is null)
        {
            db.Drafts.RemoveRange(await db.Drafts.Where(d => d.PersonId == personId).OrderByDescending(d => d.SavedAt).ThenBy(d => d.Form).Skip(Most - 1).ToListAsync(cancellationToken));
            db.Drafts.Add(new Draft { PersonId = personId, Form = form, Fields = fields, SavedAt = now });
        }
        else
        {
            (draft.Fields, draft.SavedAt) = (fields, now);
        }
        await db.SaveChangesAsync(cancellationToken);
        return now;
    }

    public Task DropAsync(Guid personId, string form, CancellationToken cancellationToken) =>
        db.Drafts.Where(d => d.PersonId == personId && d.Form == form).ExecuteDeleteAsync(cancellationToken);
}
