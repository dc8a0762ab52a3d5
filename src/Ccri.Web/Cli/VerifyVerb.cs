using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ccri.Web.Features.Reports;

namespace Ccri.Web.Cli;

public static class VerifyVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A report as PDF" };
        var json = new Option<bool>("--json") { Description = "Answer as JSON" };
        var verb = new Command("verify", "Whether a report is one that was issued here, as it was issued") { file, json };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var given = parsed.GetValue(file)!;
            if (!given.Exists)
                return Sending.Refuse($"There is no file {given.FullName}.");
            if (given.Length > VerifyFile.MostBytes)
                return Sending.Refuse("No issued report has more than 20 megabytes. Choose another file.");
            var bytes = await File.ReadAllBytesAsync(given.FullName, cancellation);
            var answer = await Waiting.ForAsync("Verifying", () => mediator.Send(new VerifyFile.Query(bytes), cancellation));
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(answer, Json) : answer.Sentence);
            return answer.IsSound ? Exit.Done : Exit.Refused;
        }));
        return verb;
    }
}
