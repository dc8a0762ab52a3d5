using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

public sealed class AllAttendanceModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public AttendanceFilter Filter { get; set; } = new();

    public ListAttendance.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
}
