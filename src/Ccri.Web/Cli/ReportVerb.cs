using System.CommandLine;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Territories;

namespace Ccri.Web.Cli;

public static partial class ReportVerb
{
    public static Command Create() => new("report", "Make reports as PDF")
    {
        Sheet(),
        Group(),
        OfPeriod("progress", "The progress report of a period", ReportKind.Progress),
        OfPeriod("ceap", "The action plan as a document of its own", ReportKind.Ceap),
        OfPeriod("ceip", "The investment plan as a document of its own", ReportKind.Ceip),
        OfPeriod("quarter", "Everything of a period: the reports of all territories and the overview", ReportKind.Progress, ReportKind.Ceap, ReportKind.Ceip, ReportKind.Quarter),
    };

    private static Command Sheet()
    {
        var territories = new Argument<string[]>("territories") { Description = "By address, such as asker", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Of every territory" };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the files go (default: reports/out)" };
        var verb = new Command("sheet", "The territory sheet, one or two pages") { territories, all, folder };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(territories) is { Length: > 0 }))
                result.AddError("Name the territories, or say --all.");
        });
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (services, mediator) =>
        {
            var target = parsed.GetValue(folder)?.FullName ?? services.GetRequiredService<Home>().Resolve("reports/out");
            Directory.CreateDirectory(target);
            var sheets = await Waiting.ForAsync("Making the sheets", () => mediator.Send(new RenderTerritorySheets.Query(parsed.GetValue(territories) ?? []), cancellation));
            foreach (var sheet in sheets.Where(s => s.Pdf is not null))
                await File.WriteAllBytesAsync(Path.Combine(target, sheet.FileName), sheet.Pdf!, cancellation);
            foreach (var sheet in sheets)
                foreach (var problem in sheet.Problem is null ? sheet.Warnings : [sheet.Problem])
                    Console.Error.WriteLine($"{sheet.Slug}: {problem}");
            Console.WriteLine($"{Plural.Of(sheets.Count(s => s.Pdf is not null), "sheet")} in {target}");
            return sheets.All(s => s.Problem is null) ? Exit.Done : Exit.Refused;
        }));
        return verb;
    }
}
