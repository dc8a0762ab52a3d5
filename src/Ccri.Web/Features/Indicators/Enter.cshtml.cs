using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

/// <summary>The grid of a territory, and without one that of the programme.</summary>
[KeepsDraft]
public sealed class EnterModel(IMediator mediator) : PageModel
{
    [BindProperty] public EnterValues.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? Slug { get; set; }

    public GetValueGrid.Answer Grid { get; private set; } = null!;

    /// <summary>One for each row of the form, which may have been sent before others removed a series; that one is empty.</summary>
    public IReadOnlyList<GetValueGrid.Row?> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Grid.Form;
        Rows = Grid.Rows;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Input;
        await LoadAsync();
        var added = Grid.Rows.Where(row => !Array.Exists(typed.Rows, t => t.SeriesId == row.Id)).ToList();
        Rows = [.. typed.Rows.Select(t => Grid.Rows.FirstOrDefault(row => row.Id == t.SeriesId)), .. added];
        Input = typed with { Rows = [.. typed.Rows, .. added.Select(row => new EnterValues.Row { SeriesId = row.Id })] }; // the page shows all again, whatever was sent
        var count = await mediator.Send(typed with { Slug = Slug }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Plural.Of(count, "value")} of {Words.Of(typed.On!.Value)} {(count == 1 ? "is" : "are")} saved.";
        return Redirect(Grid.ListAddress);
    }

    private async Task LoadAsync() => Grid = await mediator.Send(new GetValueGrid.Query(Slug, Input.On), HttpContext.RequestAborted);
}
