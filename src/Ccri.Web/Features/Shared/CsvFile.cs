using CsvHelper;

namespace Ccri.Web.Features.Shared;

/// <summary>A table for a spreadsheet: with a byte-order mark, so that it reads the letters, and safe against cells that would calculate.</summary>
public static class CsvFile
{
    /// <summary>How many rows a download holds at most.</summary>
    public const int MostRows = 10_000;

    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="name">Without the day and the ending, which it gets.</param>
    public static IResult Of(string name, DateOnly today, IEnumerable<string> header, IEnumerable<IEnumerable<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Csv, true))
        {
            csv.WriteHeader([.. header]);
            foreach (var row in rows)
                csv.WriteRecord([.. row.Select(value => value ?? "")]);
        }
        return Results.File(bytes.ToArray(), "text/csv; charset=utf-8", $"{name}-{today:yyyy-MM-dd}.csv");
    }
}
