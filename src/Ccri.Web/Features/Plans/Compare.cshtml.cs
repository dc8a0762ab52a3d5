using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class CompareModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "from")] public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")] public string? To { get; set; }

    public ComparePlan.Answer Answer { get; private set; } = null!;

    public DateOnly DayOf(DateTime utc) => calendar.DayOf(utc);

    public async Task OnGetAsync(string code) => Answer = await mediator.Send(new ComparePlan.Query(code, Number(From), Number(To)), HttpContext.RequestAborted);

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
