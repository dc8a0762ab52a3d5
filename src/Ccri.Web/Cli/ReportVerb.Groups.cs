using System.CommandLine;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Features.WorkingGroups.Sessions;

namespace Ccri.Web.Cli;

/// <summary>The two documents of working groups: <c>report group TWG-C --minutes</c>.</summary>
public static partial class ReportVerb
{
    private static Command Group()
    {
        var group = new Argument<string>("group") { Description = "By code, such as TWG-C" };
        var minutes = new Option<bool>("--minutes") { Description = "The minutes of each of its sessions as well" };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the files go (default: reports/out)" };
        var verb = new Command("group", "The report of a working group, as it stands in the log of its sessions") { group, minutes, folder };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (services, mediator) =>
        {
            var code = parsed.GetValue(group)!;
            var made = await Waiting.ForAsync("Making the report", async () =>
            {
                List<PrintedDocument> documents = [await mediator.Send(new RenderGroupReport.Query(code), cancellation)];
                if (parsed.GetValue(minutes))
                    foreach (var session in (await mediator.Send(new ListSessions.Query(Group: code, Size: 10_000), cancellation)).Rows)
                        documents.Add(await mediator.Send(new RenderMinutes.Query(session.Id), cancellation));
                return documents;
            });
            var target = parsed.GetValue(folder)?.FullName ?? services.GetRequiredService<Home>().Resolve("reports/out");
            Directory.CreateDirectory(target);
            foreach (var same in made.GroupBy(document => document.FileName))
                foreach (var (index, document) in same.Index()) // two sessions of a day
                    if (document.Pdf is { } pdf)
                        await File.WriteAllBytesAsync(Path.Combine(target, index == 0 ? same.Key : $"{Path.GetFileNameWithoutExtension(same.Key)}-{index + 1}.pdf"), pdf, cancellation);
                    else
                        Console.Error.WriteLine($"{same.Key}: {document.Problem}");
            Console.WriteLine($"{Plural.Of(made.Count(document => document.Pdf is not null), "file")} in {target}");
            return made.All(document => document.Problem is null) ? Exit.Done : Exit.Refused;
        }));
        return verb;
    }
}
