using CsvHelper;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>A row of a file: its number as a spreadsheet shows it, and a value for every column, trimmed, empty for "not known".</summary>
public sealed record CsvRow(int Number, IReadOnlyDictionary<string, string> Values)
{
    public string this[string column] => Values.TryGetValue(column, out var value) ? value : "";
}

/// <summary>A file taken apart; nothing is judged here but its shape.</summary>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false, // they count as rows: the number in a fault is the one that a spreadsheet shows
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static CsvTable Read(string file, string text, List<Fault> faults)
    {
        var records = new List<string[]>();
        try
        {
            using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), Options);
            while (reader.Read())
                records.Add([.. reader.Current.ToArray().Select(value => value.Trim())]);
        }
        catch (FormatException)
        {
            faults.Add(new Fault(file, records.Count + 1, "(whole row)", "", "A quotation mark stands where it cannot. Put the value in quotation marks and double those inside."));
            return new CsvTable([], []);
        }
        if (records.Count == 0 || records[0] is [""])
        {
            faults.Add(new Fault(file, 1, "(header)", "", "The file is empty. The first row should name the columns."));
            return new CsvTable([], []);
        }

        var header = records[0];
        var rows = new List<CsvRow>();
        foreach (var (index, record) in records.Index().Skip(1))
        {
            if (record.All(value => value.Length == 0))
                continue;
            if (record.Length == header.Length)
                rows.Add(new CsvRow(index + 1, header.Zip(record).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second)));
            else
                faults.Add(new Fault(file, index + 1, "(whole row)", record[0], $"The row has {record.Length} values, the header {header.Length} columns."));
        }
        return new CsvTable(header, rows);
    }
}
