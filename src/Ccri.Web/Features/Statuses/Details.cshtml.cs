using Ccri.Domain.Statuses;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Statuses;

/// <summary>The status of one thing, with the form in which the office gives it another one.</summary>
public sealed class DetailsModel(IMediator mediator) : PageModel
{
    [BindProperty] public GiveStatus.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [FromQuery(Name = "p")] public string? P { get; set; }

    public GetStatus.Answer Shown { get; private set; } = null!;

    private StatusKind Known => FromAddress.Known<StatusKind>(Kind) ?? throw new NotFoundException("Status", Kind);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Kind = Known, Id = Id }, HttpContext.RequestAborted);
        return Return($"“{Shown.Name}” is {Words.Of(Input.Given!.Value).ToLowerInvariant()}, by your word.");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid acceptance)
    {
        await LoadAsync();
        ModelState.Clear(); // the form beside it was not sent
        await mediator.Send(new TakeBackStatus.Command(Known, Id, acceptance), HttpContext.RequestAborted);
        return Return($"The rule decides how “{Shown.Name}” stands.");
    }

    private async Task LoadAsync() => Shown = await mediator.Send(new GetStatus.Query(Known, Id, FromAddress.Page(P)), HttpContext.RequestAborted);

    private RedirectResult Return(string said)
    {
        TempData["Status"] = said;
        return Redirect($"/{Shown.Status.Address}");
    }
}
