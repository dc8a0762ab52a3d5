using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

/// <summary>In two steps: first the indicator, then its units and whose it is.</summary>
public sealed class NewSeriesModel(IMediator mediator) : PageModel
{
    [BindProperty] public FollowIndicator.Command Input { get; set; } = new();

    /// <summary>Empty for the programme.</summary>
    [FromQuery(Name = "territory")] public string? Territory { get; set; }

    /// <summary>Empty until it is chosen.</summary>
    [FromQuery(Name = "indicator")] public string? Indicator { get; set; }

    /// <summary>Chosen already, when one comes from a solution's page.</summary>
    [FromQuery(Name = "solution")] public string? Solution { get; set; }

    public GetSeriesForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new() { Solution = Solution };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var id = await mediator.Send(Input with { Territory = Territory, Indicator = Indicator }, HttpContext.RequestAborted);
        TempData["Status"] = $"“{Offered.Chosen?.Name}” is followed from now on.";
        return Redirect($"/indicators/series/{id}");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetSeriesForm.Query(Territory, Indicator), HttpContext.RequestAborted);
}
