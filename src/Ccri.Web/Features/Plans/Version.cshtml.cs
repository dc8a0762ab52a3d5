using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class VersionModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public GetPlanVersion.Answer Version { get; private set; } = null!;

    public DateOnly On => calendar.DayOf(Version.At);

    public async Task OnGetAsync(string code, int number) => Version = await mediator.Send(new GetPlanVersion.Query(code, number), HttpContext.RequestAborted);
}
