using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class FilesModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public sealed record Again(int Revision);

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int? Revision { get; set; }

    [BindProperty] public Again Input { get; set; } = new(0);

    public ListFiles.Answer Found { get; private set; } = null!;

    public string Day(ListFiles.RevisionHead revision) => Words.Of(calendar.DayOf(revision.FrozenAt));

    public async Task OnGetAsync() => Found = await mediator.Send(new ListFiles.Query(Code, Revision), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostTryAgainAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        var again = await mediator.Send(new RetryFiles.Command(Code, Input.Revision), HttpContext.RequestAborted);
        TempData["Status"] = again == 0 ? "There is nothing to try again." : $"{Plural.Of(again, "file")} will be tried again.";
        return LocalRedirect($"/reports/{Found.Period.Code}/files?revision={Input.Revision}");
    }
}
