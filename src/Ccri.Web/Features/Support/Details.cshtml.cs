using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

[RequestSizeLimit(SentFile.Most)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.Most)]
public sealed class DetailsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetSupport.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Saved = await mediator.Send(new GetSupport.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(new AddFile.Command(Id, file?.FileName, await SentFile.BytesAsync(file, HttpContext.RequestAborted)), HttpContext.RequestAborted);
        return Return("The file is added.");
    }

    public async Task<IActionResult> OnPostRemoveFileAsync(Guid fileId)
    {
        await OnGetAsync();
        await mediator.Send(new RemoveFile.Command(Id, fileId), HttpContext.RequestAborted);
        return Return("The file is removed.");
    }

    private RedirectResult Return(string said)
    {
        TempData["Status"] = said;
        return Redirect($"/support/{Id}#files");
    }
}
