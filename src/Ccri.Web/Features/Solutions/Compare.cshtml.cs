using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class CompareModel(IMediator mediator) : PageModel
{
    /// <summary>The number of a version.</summary>
    [FromQuery(Name = "from")] public string? From { get; set; }

    /// <summary>The number of a version; anything else is "as it is now".</summary>
    [FromQuery(Name = "to")] public string? To { get; set; }

    public CompareRoadmaps.Answer Answer { get; private set; } = null!;

    public async Task OnGetAsync(string code) => Answer = await mediator.Send(new CompareRoadmaps.Query(code, Number(From), Number(To)), HttpContext.RequestAborted);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
