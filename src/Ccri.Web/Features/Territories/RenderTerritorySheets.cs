using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Territory sheets as PDF: of the named territories, or of every one the user may see.</summary>
public static class RenderTerritorySheets
{
    /// <param name="Slugs">Empty: all.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(params IReadOnlyList<string> Slugs) : IRequest<IReadOnlyList<Answer>>;

    /// <param name="Problem">Why there is no PDF; a sentence.</param>
    /// <param name="Warnings">Characters that no font has.</param>
    public sealed record Answer(string Slug, string FileName, byte[]? Pdf, string? Problem, IReadOnlyList<string> Warnings);

    public sealed class Handler(CcriDbContext db, Access access, IMediator mediator, TypstRenderer renderer) : IRequestHandler<Query, IReadOnlyList<Answer>>
    {
        public async Task<IReadOnlyList<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var slugs = request.Slugs.Count > 0 ? request.Slugs : await access.Visible(db.Territories).OrderBy(t => t.Slug).Select(t => t.Slug).ToListAsync(cancellationToken);
            var sheets = new List<GetTerritorySheet.Sheet>();
            foreach (var slug in slugs)
                sheets.Add(await mediator.Send(new GetTerritorySheet.Query(slug), cancellationToken));
            var rendered = await renderer.RenderAsync([.. sheets.Select(s => new RenderJob(s.Report, s.Facts))], cancellationToken);
            return [.. sheets.Zip(rendered, (sheet, file) => new Answer(sheet.Slug, $"territory-sheet-{sheet.Slug}.pdf", file.Pdf, file.Problem, [.. sheet.Report.Warnings.Select(w => w.Sentence)]))];
        }
    }
}
