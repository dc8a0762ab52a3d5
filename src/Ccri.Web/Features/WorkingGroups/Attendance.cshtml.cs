using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

public sealed class AttendanceModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetAttendance.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new GetAttendance.Query(Code), HttpContext.RequestAborted);
}
