using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>The own account.</summary>
public sealed class MeModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public GetMyself.Answer Me { get; private set; } = null!;

    public DateOnly Today => calendar.Today;

    public string At(DateTime utc) => Words.Moment(calendar.Local(utc));

    public async Task OnGetAsync() => Me = await mediator.Send(new GetMyself.Query(), HttpContext.RequestAborted);

    /// <summary>Everything that is kept about whoever asks, as one file.</summary>
    public async Task<IActionResult> OnGetExportAsync() =>
        File(await mediator.Send(new ExportMyself.Query(), HttpContext.RequestAborted), "application/json", $"my-data-{calendar.Today:yyyy-MM-dd}.json");
}
