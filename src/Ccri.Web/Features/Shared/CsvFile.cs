using System.Globalization;
using Ccri.Web.Data;
using CsvHelper;

namespace Ccri.Web.Features.Shared;

/// <summary>A table for a spreadsheet: with a byte-order mark, so that it reads the letters, and safe against cells that would calculate.</summary>
public static class CsvFile
{
    /// <summary>How many rows a download holds at most.</summary>
    public const int MostRows = 10_000;

    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="name">Without the day and the ending, which it gets.</param>
    /// <param name="rows">Texts, which are made safe, and decimals, which stay numbers: a spreadsheet adds up negative ones as well.</param>
    public static IResult Of(string name, DateOnly today, IEnumerable<string> header, IEnumerable<IEnumerable<object?>> rows) =>
        new Table($"{name}-{today:yyyy-MM-dd}.csv", [.. header], rows);

    /// <summary>Asks when it is sent whether the database holds the demonstration: then each row says so, wherever it is pasted.</summary>
    private sealed class Table(string name, string[] header, IEnumerable<IEnumerable<object?>> rows) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var notice = await httpContext.RequestServices.GetRequiredService<HeldDemonstration>().NoticeAsync();
            await Results.File(Bytes(notice), "text/csv; charset=utf-8", name).ExecuteAsync(httpContext);
        }

        private byte[] Bytes(string? notice)
        {
            using var bytes = new MemoryStream();
            using (var csv = CsvWriter.Create(bytes, Csv, true))
            {
                csv.WriteHeader(notice is null ? header : [.. header, "Note"]);
                foreach (var row in rows)
                {
                    foreach (var cell in notice is null ? row : row.Append(notice))
                    {
                        if (cell is decimal number)
                            csv.WriteField(number, "0.######", CultureInfo.InvariantCulture);
                        else
                            csv.WriteField(cell?.ToString() ?? "");
                    }
                    csv.EndRecord();
                }
            }
            return bytes.ToArray();
        }
    }
}
