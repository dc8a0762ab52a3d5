namespace Ccri.Domain.Files;

/// <summary>How a kind of file is called, and what is sent as its media type, whatever the sender said.</summary>
public sealed record FileType(FileKind Kind, string Name, string MediaType, IReadOnlyList<string> Endings);

public static class FileKinds
{
    public static readonly IReadOnlyList<FileType> All =
    [
        new(FileKind.Pdf, "a PDF", "application/pdf", [".pdf"]),
        new(FileKind.Word, "a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]),
        new(FileKind.Excel, "an Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]),
        new(FileKind.PowerPoint, "a PowerPoint presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"]),
        new(FileKind.OpenText, "an OpenDocument text", "application/vnd.oasis.opendocument.text", [".odt"]),
        new(FileKind.OpenSheet, "an OpenDocument sheet", "application/vnd.oasis.opendocument.spreadsheet", [".ods"]),
        new(FileKind.OpenSlides, "an OpenDocument presentation", "application/vnd.oasis.opendocument.presentation", [".odp"]),
        new(FileKind.Png, "a PNG picture", "image/png", [".png"]),
        new(FileKind.Jpeg, "a JPEG picture", "image/jpeg", [".jpg", ".jpeg"]),
        new(FileKind.Text, "a text", "text/plain; charset=utf-8", [".txt"]),
        new(FileKind.Csv, "a CSV table", "text/csv; charset=utf-8", [".csv"]),
    ];

    public static FileType Of(FileKind kind) => All.Single(type => type.Kind == kind);

    /// <summary>The kind that a name promises; empty when it promises none that is taken.</summary>
    public static FileType? Named(string name) => All.FirstOrDefault(type => type.Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
