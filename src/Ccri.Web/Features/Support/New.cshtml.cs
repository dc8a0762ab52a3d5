using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

/// <summary>For a territory by <c>?territory=slug</c>, for one of its needs by <c>&amp;need=number</c>.</summary>
[KeepsDraft]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public LogSupport.Command Input { get; set; } = new();

    [FromQuery(Name = "territory")] public string? Territory { get; set; }

    [FromQuery(Name = "need")] public string? Need { get; set; }

    /// <summary>"another", to log one more at once.</summary>
    [BindProperty] public string? Then { get; set; }

    public LogSupport.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Saved.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        var id = await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = $"“{Input.Title}” is logged.";
        return Redirect(Then == "another" ? $"/support/new?territory={Uri.EscapeDataString(Input.Addresses()[0])}" : $"/support/{id}");
    }

    private async Task LoadAsync() => Saved = await mediator.Send(new LogSupport.Query(Territory?.ToLowerInvariant(), int.TryParse(Need, out var number) ? number : null), HttpContext.RequestAborted);
}
