using System.IO.Compression;
using System.Text;

namespace Ccri.Domain.Files;

/// <summary>Whether a file is what its name says, told from its bytes and without running or unpacking it. What a browser would run, and what holds macros, is refused.</summary>
public static class FileCheck
{
    public const int MostBytes = 10 * 1024 * 1024;

    private const decimal Megabyte = 1024 * 1024;

    /// <summary>No honest document has more parts; the directory of an archive is all that is read of it.</summary>
    private const int MostParts = 10_000;

    /// <summary>Of the two small parts that are looked into.</summary>
    private const int MostOfPart = 256 * 1024;

    /// <returns>The kind, when the name and the content agree.</returns>
    /// <exception cref="RuleViolationException">When the file is empty, too large, of a kind that is not taken, or other than its name says.</exception>
    public static FileKind KindOf(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
            throw new RuleViolationException($"“{name}” is empty. Choose a file that holds something.");
        if (bytes.Length > MostBytes)
            throw new RuleViolationException(FormattableString.Invariant($"“{name}” has more than {MostBytes / Megabyte:0} megabytes. Make it smaller, or say in the outcome where it is kept."));
        if (MacroFree(name) is { } plain)
            throw new RuleViolationException($"“{name}” is of a kind that holds macros, which is not taken. Save it without them, as {plain}.");
        if (FileKinds.Named(name) is not { } type)
            throw new RuleViolationException($"“{name}” is of a kind that is not taken. Take a PDF, a document, sheet or presentation of Office or OpenDocument, a PNG or JPEG picture, a text (.txt) or a CSV table.");
        if (!Holds(type.Kind, bytes))
            throw new RuleViolationException($"“{name}” is called {type.Name} and holds something else, or macros. Open it in its program and save it as {type.Name} without macros.");
        return type.Kind;
    }

    private static string? MacroFree(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".DOCM" or ".DOTM" or ".DOC" => ".docx",
        ".XLSM" or ".XLTM" or ".XLSB" or ".XLAM" or ".XLS" => ".xlsx",
        ".PPTM" or ".POTM" or ".PPSM" or ".PPT" => ".pptx",
        _ => null,
    };

    private static bool Holds(FileKind kind, byte[] bytes) => kind switch
    {
        FileKind.Pdf => bytes.AsSpan().StartsWith("%PDF-"u8),
        FileKind.Png => bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        FileKind.Jpeg => bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        FileKind.Text or FileKind.Csv => IsText(bytes),
        FileKind.Word => IsOffice(bytes, "word/document.xml"),
        FileKind.Excel => IsOffice(bytes, "xl/workbook.xml"),
        FileKind.PowerPoint => IsOffice(bytes, "ppt/presentation.xml"),
        _ => IsOpenDocument(bytes, FileKinds.Of(kind).MediaType),
    };

    private static bool IsText(byte[] bytes)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Contains('\0');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsOffice(byte[] bytes, string main) => InArchive(bytes, archive =>
        archive.GetEntry(main) is not null && archive.GetEntry("[Content_Types].xml") is { } types && Begin(types) is { } said
        && !said.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        && !archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)));

    private static bool IsOpenDocument(byte[] bytes, string mediaType) => InArchive(bytes, archive =>
        archive.GetEntry("mimetype") is { } type && Begin(type)?.Trim() == mediaType && archive.GetEntry("content.xml") is not null
        && !archive.Entries.Any(e => e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)));

    private static bool InArchive(byte[] bytes, Func<ZipArchive, bool> look)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count <= MostParts && look(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>What a small part says; empty when it is larger than such a part is, however little room it takes packed.</summary>
    private static string? Begin(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var buffer = new byte[MostOfPart + 1];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read > MostOfPart ? null : Encoding.UTF8.GetString(buffer, 0, read);
    }
}
