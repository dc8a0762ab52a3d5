using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Risks;

public sealed class CloseModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel, IEditPage
{
    [BindProperty] public CloseRisk.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetRiskForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (CloseRisk.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "It is closed.";
        return Redirect($"/territories/{Saved.Slug}/risks");
    }

    public async Task<object> SavedFormAsync()
    {
        Saved = await mediator.Send(new GetRiskForm.Query(Id), HttpContext.RequestAborted);
        return new CloseRisk.Command { Id = Id, Version = Saved.Form.Version, On = Saved.ClosedOn ?? calendar.Today, Outcome = Saved.Outcome };
    }
}
