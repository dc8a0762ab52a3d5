using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class HealthModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public CheckHealth.Answer Health { get; private set; } = null!;

    public async Task OnGetAsync() => Health = await mediator.Send(new CheckHealth.Query(), HttpContext.RequestAborted);

    public string Local(DateTime utc) => $"{Words.Of(calendar.DayOf(utc))}, {calendar.Local(utc):HH:mm}";
}
