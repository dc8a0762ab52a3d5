using System.Globalization;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Programme;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>The file of public holidays. Nobody edits them on screen, so a row simply becomes what the file says; days that the file has lost stay.</summary>
public sealed class HolidayFile() : RegisterFile("holidays", ["calendar", "day"],
    [Text("calendar", 2).Required, Day("day").Required, Text("name", Holiday.LongestName).Required, .. RegisterFiles.Provenance, Text("notes")])
{
    public override async Task Apply(CsvTable table, LoadState state, CancellationToken cancellationToken)
    {
        if (table.Rows.Count == 0)
            return;
        var held = await state.Db.Holidays.ToDictionaryAsync(h => (h.Calendar, h.Day), cancellationToken);
        foreach (var row in table.Rows)
        {
            var day = DateOnly.ParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (name, source, confidence) = (row["name"], row["source_url"], Member<Confidence>(row["confidence"]));
            if (!held.TryGetValue((row["calendar"], day), out var holiday))
            {
                state.Db.Holidays.Add(new Holiday { Calendar = row["calendar"], Day = day, Name = name, Source = source, Confidence = confidence });
                state.Count(isNew: true, changed: false);
                continue;
            }
            state.Count(isNew: false, changed: (holiday.Name, holiday.Source, holiday.Confidence) != (name, source, confidence));
            (holiday.Name, holiday.Source, holiday.Confidence) = (name, source, confidence);
        }
    }
}
