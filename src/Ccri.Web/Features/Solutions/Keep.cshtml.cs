using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class KeepModel(IMediator mediator, CurrentUser user, ProgrammeCalendar calendar) : PageModel
{
    [BindProperty] public KeepRoadmap.Command Input { get; set; } = new();

    public GetRoadmap.Answer Roadmap { get; private set; } = null!;

    /// <summary>Whether the user can accept a roadmap that the tier does not entitle to.</summary>
    public bool MayExcept => user.Has(Role.Coordinator);

    public async Task OnGetAsync(string code)
    {
        await LoadAsync(code);
        Input = new() { AgreedOn = calendar.Today };
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        await LoadAsync(code);
        var number = await mediator.Send(Input with { Code = code }, HttpContext.RequestAborted);
        TempData["Status"] = $"The roadmap is kept as version {Words.Of(number)}.";
        return Redirect($"/solutions/{Roadmap.Code}/roadmap");
    }

    private async Task LoadAsync(string code) => Roadmap = await mediator.Send(new GetRoadmap.Query(code), HttpContext.RequestAborted);
}
