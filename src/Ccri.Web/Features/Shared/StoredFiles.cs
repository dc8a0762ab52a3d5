using System.Linq.Expressions;
using Ccri.Domain.Files;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>The one store of files, of activities and of sessions. Equal files are stored once, and go with the last that refers to them. Who may see or change them is up to the caller.</summary>
public sealed class StoredFiles(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>More belong into an archive of documents.</summary>
    private const int MostFiles = 20;

    /// <summary>In the order in which they were added, without their bytes.</summary>
    public async Task<IReadOnlyList<FileLine>> ReadAsync(FileOwner owner, CancellationToken cancellationToken) =>
        (await db.AttachedFiles.AsNoTracking().Where(owner.IsTheirs).OrderBy(f => f.Id).ToListAsync(cancellationToken)).ConvertAll(f => new FileLine(f.Id, f.Name, f.Kind, f.Size, calendar.DayOf(f.AddedAt)));

    /// <summary>Empty when there is no such file of it.</summary>
    public Task<StoredFile?> FindAsync(FileOwner owner, Guid id, CancellationToken cancellationToken) =>
        (from f in db.AttachedFiles.Where(owner.IsTheirs).Where(f => f.Id == id)
         join c in db.FileContents on f.Sha256 equals c.Sha256
         select new StoredFile(f.Name, f.Kind, c.Bytes)).SingleOrDefaultAsync(cancellationToken);

    /// <param name="field">The field of the form, where a refusal stands.</param>
    public async Task AddAsync(FileOwner owner, string? typedName, byte[] bytes, string field, CancellationToken cancellationToken)
    {
        var (name, kind) = (FileName.Clean(typedName), default(FileKind));
        Refusal.Try(field, () => kind = FileCheck.KindOf(name, bytes));
        var content = new FileContent(bytes);
        var there = await db.AttachedFiles.Where(owner.IsTheirs).Select(f => new { f.Name, f.Sha256 }).ToListAsync(cancellationToken);
        if (there.Find(f => f.Sha256 == content.Sha256) is { } same)
            throw Refusal.At(field, $"The same file is here already, as “{same.Name}”.");
        if (there.Count >= MostFiles)
            throw Refusal.At(field, $"{owner.Noun} has {MostFiles} files at most. Remove one that nobody needs.");
        if (!await db.FileContents.AnyAsync(c => c.Sha256 == content.Sha256, cancellationToken))
            db.FileContents.Add(content);
        db.AttachedFiles.Add(new AttachedFile(owner.ActivityId, owner.SessionId, name, kind, content, user.PersonId, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <exception cref="NotFoundException">When there is no such file of it.</exception>
    public async Task RemoveAsync(FileOwner owner, Guid id, CancellationToken cancellationToken) =>
        await SaveWithoutAsync([await db.AttachedFiles.Where(owner.IsTheirs).SingleOrDefaultAsync(f => f.Id == id, cancellationToken) ?? throw new NotFoundException("File", id)], cancellationToken);

    /// <summary>Saves whatever else is changed with all its files gone.</summary>
    public async Task SaveWithoutAsync(FileOwner owner, CancellationToken cancellationToken) =>
        await SaveWithoutAsync(await db.AttachedFiles.Where(owner.IsTheirs).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>With these files goes what was in them where no other refers to it: all or nothing, and without reading the bytes.</summary>
    private async Task SaveWithoutAsync(IReadOnlyCollection<AttachedFile> files, CancellationToken cancellationToken)
    {
        var contents = files.Select(f => f.Sha256).Distinct().ToList();
        db.AttachedFiles.RemoveRange(files);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.FileContents.Where(c => contents.Contains(c.Sha256) && !db.AttachedFiles.Any(f => f.Sha256 == c.Sha256)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>What a file belongs to.</summary>
/// <param name="Noun">As a sentence begins with it.</param>
public sealed record FileOwner(string Noun, Guid? ActivityId, Guid? SessionId)
{
    public static FileOwner Activity(Guid id) => new("An activity", id, null);

    public static FileOwner Session(Guid id) => new("A session", null, id);

    internal Expression<Func<AttachedFile, bool>> IsTheirs => ActivityId is { } activity ? f => f.ActivityId == activity : f => f.SessionId == SessionId;
}

/// <summary>A file in a list.</summary>
public sealed record FileLine(Guid Id, string Name, FileKind Kind, int Size, DateOnly On);

/// <summary>A file as it is sent.</summary>
public sealed record StoredFile(string Name, FileKind Kind, byte[] Bytes)
{
    /// <summary>Always to be saved and never to be shown: what somebody sent must not run as a part of this site, and no browser guesses what it is (nosniff, as everywhere).</summary>
    public IResult ToResult() => Results.File(Bytes, FileKinds.Of(Kind).MediaType, Name); // with a name it is an attachment
}

/// <summary>The files on a page.</summary>
/// <param name="Address">Of the page to which they belong, without a slash before it.</param>
public sealed record FilesPart(string Address, IReadOnlyList<FileLine> Files, bool MayEdit);

/// <summary>A file that comes with a form.</summary>
public static class SentFile
{
    /// <summary>More than a file may have, so that the rule's own sentence is what people read.</summary>
    public const int Most = 3 * FileCheck.MostBytes;

    public static async Task<byte[]> BytesAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
