using System.CommandLine;
using System.Text.Json;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Features.Reminders;
using MediatR;

namespace Ccri.Web.Cli;

public static class LoadVerb
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "CSV files of the register; without any, all files of data/", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Answer as JSON" };
        var verb = new Command("load", "Load the register; again doubles nothing and keeps what people have changed") { files, json };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (services, mediator) =>
        {
            var chosen = parsed.GetValue(files) ?? [];
            if (chosen.FirstOrDefault(f => !f.Exists) is { } missing)
                return Sending.Refuse($"There is no file {missing.FullName}.");
            var outcome = await Waiting.ForAsync("Loading the register", () => LoadAsync(mediator, chosen.Length > 0 ? chosen : OfHome(services), cancellation));
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(outcome, JsonSerializerOptions.Web) : Words(outcome));
            return Exit.Done;
        }));
        return verb;
    }

    public static FileInfo[] OfHome(IServiceProvider services) =>
        [.. RegisterFiles.InOrder.Select(file => new FileInfo(services.GetRequiredService<Home>().Resolve($"data/{file.FileName}"))).Where(file => file.Exists)];

    public static async Task<LoadRegister.Outcome> LoadAsync(IMediator mediator, FileInfo[] files, CancellationToken cancellationToken)
    {
        var read = new List<LoadRegister.File>();
        foreach (var file in files)
            read.Add(new LoadRegister.File(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken)));
        var outcome = await mediator.Send(new LoadRegister.Command(read), cancellationToken);
        await mediator.Send(new AddStandardRules.Command(), cancellationToken);
        return outcome;
    }

    public static string Words(LoadRegister.Outcome outcome) => string.Join(Environment.NewLine,
        [.. outcome.Kept, $"created {outcome.Created}, changed {outcome.Changed}, unchanged {outcome.Unchanged}"]);
}
