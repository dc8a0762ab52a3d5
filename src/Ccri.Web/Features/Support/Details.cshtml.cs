using Ccri.Domain.Files;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class DetailsModel(IMediator mediator) : PageModel
{
    /// <summary>More than a file may have, so that the rule's own sentence is what people read.</summary>
    private const int Most = 3 * FileCheck.MostBytes;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetSupport.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Saved = await mediator.Send(new GetSupport.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        await OnGetAsync(); // for the page, in case it is shown again
        using var bytes = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        await mediator.Send(new AddFile.Command(Id, file?.FileName, bytes.ToArray()), HttpContext.RequestAborted);
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
