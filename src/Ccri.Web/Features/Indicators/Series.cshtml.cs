using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class SeriesModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "p")] public string? P { get; set; }

    public GetSeries.Answer Series { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Series = await mediator.Send(new GetSeries.Query(id, int.TryParse(P, out var page) && page > 0 ? page : 1), HttpContext.RequestAborted);
}
