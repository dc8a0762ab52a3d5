using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

/// <summary>Nothing is saved, so the same file may be sent again.</summary>
[Repeatable]
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class VerifyModel(IMediator mediator) : PageModel
{
    /// <summary>A little more than a file may have, so that the rule's own sentence is what people read.</summary>
    private const int Most = VerifyFile.MostBytes + (1 << 20);

    public Verified? Answer { get; private set; }

    public string? FileName { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(IFormFile? file)
    {
        using var bytes = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        FileName = file?.FileName;
        Answer = await mediator.Send(new VerifyFile.Query(bytes.ToArray()), HttpContext.RequestAborted);
    }

    public string Word(VerifyOutcome outcome) => outcome switch
    {
        VerifyOutcome.Identical => "Issued here, identical",
        VerifyOutcome.NotRenderedAgain => "Issued here, not rendered again",
        VerifyOutcome.NotReproduced => "Issued here, but not to be reproduced",
        VerifyOutcome.Changed => "Changed after it was issued",
        _ => "Not issued here",
    };
}
