using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

[RequestSizeLimit(SentFile.Most)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.Most)]
public sealed class DetailsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetSession.Answer Saved { get; private set; } = null!;

    public string Address => $"/working-groups/sessions/{Id}";

    /// <summary>Everything but decisions and follow-ups, by what it is.</summary>
    public IEnumerable<IGrouping<ItemKind, SheetItem>> Points => Saved.Sheet.Items.Where(i => i.Kind is not (ItemKind.Decision or ItemKind.Action)).GroupBy(i => i.Kind).OrderBy(group => group.Key);

    public async Task OnGetAsync() => Saved = await mediator.Send(new GetSession.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostCirculateAsync(Guid version)
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(new CirculateMinutes.Command(Id, version), HttpContext.RequestAborted);
        return Return("The minutes are circulated: those who took part read them and may object.");
    }

    public async Task<IActionResult> OnPostFinaliseAsync(Guid version)
    {
        await OnGetAsync();
        await mediator.Send(new FinaliseMinutes.Command(Id, version), HttpContext.RequestAborted);
        return Return("The minutes are final.");
    }

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        await OnGetAsync();
        await mediator.Send(new AddSessionFile.Command(Id, file?.FileName, await SentFile.BytesAsync(file, HttpContext.RequestAborted)), HttpContext.RequestAborted);
        return Return("The file is added.", "#files");
    }

    public async Task<IActionResult> OnPostRemoveFileAsync(Guid fileId)
    {
        await OnGetAsync();
        await mediator.Send(new RemoveSessionFile.Command(Id, fileId), HttpContext.RequestAborted);
        return Return("The file is removed.", "#files");
    }

    private RedirectResult Return(string said, string part = "")
    {
        TempData["Status"] = said;
        return Redirect(Address + part);
    }
}
