using System.CommandLine;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Cli;

/// <summary>The documents of a reporting period: of a frozen revision the issued bytes, of an open period drafts.</summary>
public static partial class ReportVerb
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private static Command OfPeriod(string name, string description, params ReportKind[] kinds)
    {
        var code = new Option<string>("--period") { Description = "The code of the period, such as 2026-Q3", Required = true };
        var territory = new Option<string?>("--territory") { Description = "Of one territory, by address, such as asker (default: of all)" };
        var revision = new Option<int?>("--revision") { Description = "An issued revision (default: the last, or drafts while the period is open)" };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the files go (default: reports/out)" };
        var verb = new Command(name, description) { code, territory, revision, folder };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (services, mediator) =>
        {
            var target = parsed.GetValue(folder)?.FullName ?? services.GetRequiredService<Home>().Resolve("reports/out");
            var found = await mediator.Send(new ListFiles.Query(parsed.GetValue(code)!, parsed.GetValue(revision)), cancellation);
            var isDraft = parsed.GetValue(revision) is null && !found.Period.IsFrozen;
            var files = new Files(target, parsed.GetValue(territory), kinds);
            return isDraft ? await files.DraftsAsync(mediator, found.Period.Code, cancellation) : await files.IssuedAsync(services, mediator, found, cancellation);
        }));
        return verb;
    }

    private sealed record Files(string Target, string? Slug, IReadOnlyList<ReportKind> Kinds)
    {
        public async Task<int> DraftsAsync(IMediator mediator, string code, CancellationToken cancellationToken)
        {
            var drafts = await Waiting.WithBarAsync("Making the drafts", progress => mediator.Send(new RenderDrafts.Query(code, Kinds, Slug, progress), cancellationToken));
            foreach (var draft in drafts.Where(d => d.Pdf is not null))
                await WriteAsync(draft.Name, draft.Pdf!, cancellationToken);
            return Said("draft", drafts.Count(d => d.Pdf is not null), [.. drafts.Where(d => d.Problem is not null).Select(d => $"{d.Name}: {d.Problem}")]);
        }

        public async Task<int> IssuedAsync(IServiceProvider services, IMediator mediator, ListFiles.Answer found, CancellationToken cancellationToken)
        {
            var (code, revision) = (found.Period.Code, found.Revision!.Number);
            if (Slug is not null && Mine(found).Count == 0)
                return Sending.Refuse($"Nothing of that kind was issued for “{Slug}” in {code}, revision {revision}.");
            if (found.IsWaiting)
                found = await Waiting.WithBarAsync("Making the files", progress => MakeAsync(services, mediator, code, revision, progress, cancellationToken));
            foreach (var file in Mine(found).Where(f => f.State == FileState.Made))
                await WriteAsync(file.Name, (await mediator.Send(new GetFile.Query(code, file.Name), cancellationToken)).Pdf, cancellationToken);
            return Said("file", Mine(found).Count(f => f.State == FileState.Made), [.. Mine(found).Where(f => f.State != FileState.Made).Select(f => $"{f.Name}: {f.Problem ?? "It is not made yet."}")]);
        }

        /// <summary>What the site is at already is waited for; it is asked again whether anybody still is.</summary>
        private static async Task<ListFiles.Answer> MakeAsync(IServiceProvider services, IMediator mediator, string code, int revision, Action<int, int> progress, CancellationToken cancellationToken)
        {
            while (true)
            {
                await using var scope = services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
                var making = scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeReports.Command(code), cancellationToken);
                ListFiles.Answer found;
                do
                {
                    await Task.WhenAny(making, Task.Delay(Glance, cancellationToken));
                    found = await mediator.Send(new ListFiles.Query(code, revision), cancellationToken);
                    progress(found.Made, found.Files.Count);
                }
                while (!making.IsCompleted);
                await making;
                found = await mediator.Send(new ListFiles.Query(code, revision), cancellationToken);
                if (!found.IsWaiting)
                    return found;
                await Task.Delay(Glance, cancellationToken);
            }
        }

        private List<ListFiles.Row> Mine(ListFiles.Answer found) => [.. found.Files.Where(f => Kinds.Contains(f.Kind) && (Slug is null || f.Slug == Slug))];

        private async Task WriteAsync(string name, byte[] pdf, CancellationToken cancellationToken)
        {
            Directory.CreateDirectory(Target);
            await File.WriteAllBytesAsync(Path.Combine(Target, name), pdf, cancellationToken);
        }

        private int Said(string what, int count, IReadOnlyList<string> problems)
        {
            foreach (var problem in problems)
                Console.Error.WriteLine(problem);
            Console.WriteLine($"{Plural.Of(count, what)} in {Target}");
            return problems.Count == 0 ? Exit.Done : Exit.Refused;
        }
    }
}
