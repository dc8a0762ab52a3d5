using System.CommandLine;
using System.Text.Json;
using Ccri.Web.Features.Programme;

namespace Ccri.Web.Cli;

public static class StatsVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One flat object of counts" };
        var verb = new Command("stats", "How much of everything there is") { json };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var counts = await mediator.Send(new CountEverything.Query(), cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(counts));
            else
                foreach (var (what, count) in counts)
                    Console.WriteLine($"{what,-16}{count,8}");
            return Exit.Done;
        }));
        return verb;
    }
}
