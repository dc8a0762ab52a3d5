using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Whether a file is one that was issued here, as it was issued. The file is looked at and not kept.</summary>
public static partial class VerifyFile
{
    public const int MostBytes = 20 * 1024 * 1024;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(byte[] File) : IRequest<Verified>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.File).Must(f => f.Length > 0).WithMessage("Choose a file that is not empty.");
            RuleFor(q => q.File).Must(f => f.Length <= MostBytes).WithMessage("No issued report has more than 20 megabytes. Choose another file.");
        }
    }

    public sealed partial class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar, TypstRenderer renderer) : IRequestHandler<Query, Verified>
    {
        public async Task<Verified> Handle(Query request, CancellationToken cancellationToken)
        {
            var sha = Convert.ToHexStringLower(SHA256.HashData(request.File));
            var attached = await renderer.AttachmentsAsync(request.File, cancellationToken);
            var issued = (await IssuedAsync(db.IssuedFiles.Where(f => f.Sha256 == sha), cancellationToken)).FirstOrDefault();
            return issued is not null
                ? await IssuedAsync(issued, sha, attached, request.File, cancellationToken)
                : await UnknownAsync(sha, attached, request.File, cancellationToken);
        }

        private async Task<Verified> IssuedAsync(IssuedHead issued, string sha, Attachments attached, byte[] file, CancellationToken cancellationToken)
        {
            var stored = await db.Snapshots.Where(s => s.Id == issued.SnapshotId).Select(s => new { s.Sha256, s.Content }).SingleAsync(cancellationToken);
            var isIntact = stored.Sha256 == Convert.ToHexStringLower(SHA256.HashData(stored.Content)) && (attached.Problem is not null || attached.Sha256.Contains(stored.Sha256));
            var (outcome, remark) = !isIntact
                ? (VerifyOutcome.NotReproduced, "The file is as it was issued, but the facts kept here are not those that travel inside it. Tell whoever runs the system: its database was changed.")
                : attached.Problem is { } unread ? (VerifyOutcome.NotRenderedAgain, $"The facts inside were not compared. {unread}")
                : await AgainAsync(issued, stored.Content, file, cancellationToken);
            return new Verified(outcome, $"{Named(issued)} {remark}", sha) { File = Shown(issued) };
        }

        /// <summary>Under the same fingerprint the kept blocks must give the same bytes; under another one nobody can tell.</summary>
        private async Task<(VerifyOutcome, string)> AgainAsync(IssuedHead issued, byte[] snapshot, byte[] file, CancellationToken cancellationToken)
        {
            var now = await renderer.CheckAsync(cancellationToken);
            if (!now.Ready)
                return (VerifyOutcome.NotRenderedAgain, $"The facts inside are those kept here. It was not rendered again. {now.Sentence}");
            if (now.Fingerprint != issued.Fingerprint)
                return (VerifyOutcome.NotRenderedAgain, $"The facts inside are those kept here. The renderer has changed since (it was {issued.Fingerprint![..12]}, now it is {now.Fingerprint![..12]}), so it was not rendered again.");
            var report = await db.IssuedFiles.Where(f => f.Id == issued.Id).Select(f => f.Report).SingleAsync(cancellationToken);
            var again = await renderer.RenderAsync(new RenderJob(report!, snapshot), cancellationToken);
            return again.Pdf is null ? (VerifyOutcome.NotRenderedAgain, $"The facts inside are those kept here. It could not be rendered again. {again.Problem}")
                : again.Pdf.AsSpan().SequenceEqual(file) ? (VerifyOutcome.Identical, "It is identical: the facts inside are those kept here, and rendering it again gave the same bytes.")
                : (VerifyOutcome.NotReproduced, "The file is as it was issued, but rendering what is kept here gave another one. Tell whoever runs the system: its database was changed.");
        }

        private async Task<Verified> UnknownAsync(string sha, Attachments attached, byte[] file, CancellationToken cancellationToken)
        {
            string[] known = [.. attached.Sha256.Concat(References(file)).Distinct().Take(50)];
            var snapshots = db.Snapshots.Where(s => known.Contains(s.Sha256)).Select(s => s.Id);
            var issued = await IssuedAsync(db.IssuedFiles.Where(f => f.State == FileState.Made && snapshots.Contains(f.SnapshotId)), cancellationToken);
            if (issued.Count == 0)
                return new Verified(VerifyOutcome.NotIssued, attached.Problem is null ? "This file was not issued by this system." : $"This file was not issued by this system, as far as can be seen. {attached.Problem}", sha);
            var last = issued[0];
            var whose = last.IsVisible ? $"It names or holds the facts of {last.About}, but it is none of the files issued of them." : "";
            // One snapshot travels in up to three documents, and in later revisions too: which one this was, only its bytes could have told.
            return new Verified(VerifyOutcome.Changed, $"This file was changed after it was issued by this system. {whose}".TrimEnd(), sha) { File = issued.Count == 1 ? Shown(last) : null };
        }

        private Task<List<IssuedHead>> IssuedAsync(IQueryable<IssuedFile> files, CancellationToken cancellationToken)
        {
            var (seesAll, visible) = (access.SeesEveryTerritory, access.Visible(db.Territories));
            var freezings = db.PeriodSteps.Where(s => s.Kind == PeriodStepKind.Frozen);
            return (from f in files
                    join p in db.ReportingPeriods on f.PeriodId equals p.Id
                    orderby f.Revision descending, f.Name
                    select new IssuedHead
                    {
                        Id = f.Id,
                        Name = f.Name,
                        Period = p.Code,
                        Revision = f.Revision,
                        Last = p.Revision,
                        FrozenAt = freezings.Where(s => s.PeriodId == p.Id && s.Revision == f.Revision).Select(s => s.At).First(),
                        LastAt = freezings.Where(s => s.PeriodId == p.Id && s.Revision == p.Revision).Select(s => s.At).First(),
                        Territory = db.Territories.Where(t => t.Id == f.TerritoryId).Select(t => t.Name).FirstOrDefault(),
                        SnapshotId = f.SnapshotId,
                        Fingerprint = f.Fingerprint,
                        IsVisible = seesAll || visible.Any(t => t.Id == f.TerritoryId),
                    }).ToListAsync(cancellationToken);
        }

        /// <summary>Who may not learn what it is about, learns only that it is from here.</summary>
        private string Named(IssuedHead file)
        {
            if (!file.IsVisible)
                return "Issued by this system.";
            var superseded = file.Last > file.Revision ? $" It is superseded: revision {file.Last} was issued on {Words.Of(calendar.DayOf(file.LastAt))}." : "";
            return $"Issued on {Words.Of(calendar.DayOf(file.FrozenAt))} as {file.Name}, revision {file.Revision}: {file.About}.{superseded}";
        }

        private static VerifiedFile? Shown(IssuedHead file) => file.IsVisible ? new VerifiedFile(file.Period, file.Revision, file.Name, file.FrozenAt, file.Last > file.Revision) : null;

        /// <summary>Each report names its snapshot among its keywords, in the clear.</summary>
        private static IEnumerable<string> References(byte[] file) => Reference().Matches(Encoding.Latin1.GetString(file)).Select(m => m.Groups[1].Value);

        [GeneratedRegex("ccri:([0-9a-f]{64})")]
        private static partial Regex Reference();

        private sealed record IssuedHead
        {
            public required Guid Id { get; init; }
            public required string Name { get; init; }
            public required string Period { get; init; }
            public required int Revision { get; init; }
            public required int Last { get; init; }
            public required DateTime FrozenAt { get; init; }
            public required DateTime LastAt { get; init; }
            public required string? Territory { get; init; }
            public required Guid SnapshotId { get; init; }
            public required string? Fingerprint { get; init; }
            public required bool IsVisible { get; init; }
            public string About => $"{Territory ?? "all territories"}, {Period}";
        }
    }
}
