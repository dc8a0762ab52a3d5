using Ccri.Domain.Reports;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class ChangesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "since")] public string? Since { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")] public string? Until { get; set; }

    public CompareSnapshots.Answer Answer { get; private set; } = null!;

    /// <summary>Each change in one group, the groups and what is in them in the order of the report.</summary>
    public IReadOnlyList<(string Key, string Title, IReadOnlyList<Change> Changes)> Groups =>
        [.. Ordered.Select(group => (group.Key, group.Title, Changes: (IReadOnlyList<Change>)[.. (Answer.Changes ?? []).Where(change => KeyOf(change) == group.Key)])).Where(group => group.Changes.Count > 0)];

    private static IReadOnlyList<(string Key, string Title)> Ordered =>
        [("attention", "Needs attention"), ("new", "New"), ("closed", "Closed"), ("earlier", "Brought forward"), ("statuses", "Statuses"), ("steps", "Steps"), ("figures", "Figures")];

    public async Task OnGetAsync(string code, string slug) => Answer = await mediator.Send(new CompareSnapshots.Query(code, slug, Since, Until), HttpContext.RequestAborted);

    private static string KeyOf(Change change) => change switch
    {
        _ when Domain.Reports.Changes.NeedsAttention(change) => "attention",
        { Kind: ChangeKind.New } => "new",
        { Kind: ChangeKind.Closed } => "closed",
        { Kind: ChangeKind.BroughtForward } => "earlier",
        { Kind: ChangeKind.Status } => "statuses",
        { Kind: ChangeKind.Step } => "steps",
        _ => "figures",
    };
}
