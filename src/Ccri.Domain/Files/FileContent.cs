using System.Security.Cryptography;

namespace Ccri.Domain.Files;

/// <summary>The files that are taken. What a browser would run, and what holds macros, is not among them.</summary>
public enum FileKind
{
    Pdf,
    Word,
    Excel,
    PowerPoint,
    OpenText,
    OpenSheet,
    OpenSlides,
    Png,
    Jpeg,
    Text,
    Csv,
}

/// <summary>What is in a file, stored once. Kept in the database, so never within reach of an address that serves files.</summary>
public sealed class FileContent
{
    public const int LongestName = 200;

    public FileContent(byte[] bytes) => (Sha256, Bytes, Size) = (Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes, bytes.Length);

#pragma warning disable CS8618 // read from the database
    private FileContent() { }
#pragma warning restore CS8618

    /// <summary>Of the bytes; 64 hexadecimal digits, lower case.</summary>
    public string Sha256 { get; private set; }
    public byte[] Bytes { get; private set; }
    public int Size { get; private set; }
}
