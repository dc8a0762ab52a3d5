using System.CommandLine;

namespace Ccri.Web.Cli;

/// <summary>The verbs of <c>scripts/ccri</c>. Exit codes: 0 done, 1 refused with the reason, 2 wrong use.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var serve = ServeVerb.Create();
        var root = new RootCommand("CCRI tracking: the register of Pilots and Fellows, their plans and reports")
        {
            serve, MigrateVerb.Create(), LoadVerb.Create(), DemoVerb.Create(), StatsVerb.Create(), UserVerb.Create(), PeriodVerb.Create(), ReportVerb.Create(), VerifyVerb.Create(), RemindVerb.Create(),
        };
        // Without a verb it serves, and whatever else is given belongs to the web host (that is how tests start it).
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellation) => ServeVerb.ServeAsync([.. parsed.UnmatchedTokens], prepare: false, demo: false, email: "", cancellation));

        var parsed = root.Parse(args);
        string[] wrong = [.. parsed.Errors.Select(e => e.Message)];
        if (parsed.CommandResult.Command == root && args is [[not '-', ..] unknown, ..])
            wrong = [$"There is no verb “{unknown}”."];
        else if (parsed.CommandResult.Command != root && parsed.CommandResult.Command != serve && parsed.UnmatchedTokens is [var extra, ..])
            wrong = [$"“{extra}” is not understood here."];
        if (wrong.Length > 0)
        {
            foreach (var sentence in wrong)
                Console.Error.WriteLine(sentence);
            Console.Error.WriteLine("Try scripts/ccri --help.");
            return Exit.WrongUse;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}

public static class Exit
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUse = 2;
}
