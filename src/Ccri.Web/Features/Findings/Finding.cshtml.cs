using Ccri.Domain.Findings;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Findings;

[KeepsDraft]
public sealed class FindingModel(IMediator mediator) : PageModel
{
    [BindProperty] public AcceptFinding.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Subject { get; set; }

    public GetFinding.Answer Saved { get; private set; } = null!;

    private FindingKind KnownKind => FromAddress.Known<FindingKind>(Kind) ?? throw new NotFoundException("Finding", Kind);

    public async Task OnGetAsync() => Saved = await mediator.Send(new GetFinding.Query(KnownKind, Subject), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Kind = KnownKind, SubjectId = Subject }, HttpContext.RequestAborted);
        TempData["Status"] = "It is accepted, as long as the facts stay as they are.";
        return Redirect($"/{Saved.Found!.AcceptAddress}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        await OnGetAsync();
        await mediator.Send(new TakeBackAcceptance.Command(KnownKind, Subject), HttpContext.RequestAborted);
        TempData["Status"] = "It is open again.";
        return Redirect($"/findings/{KnownKind}/{Subject}");
    }
}
