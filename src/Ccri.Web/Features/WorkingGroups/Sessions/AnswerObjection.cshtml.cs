using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public sealed class AnswerObjectionModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public AnswerObjection.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public AnswerObjection.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (AnswerObjection.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id, Number = Number }, HttpContext.RequestAborted);
        TempData["Status"] = Input.IsAccepted == true ? "The objection is accepted. Edit the session, if that is not done yet." : "The objection is declined.";
        return Redirect($"/working-groups/sessions/{Id}#objections");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new AnswerObjection.Query(Id, Number), HttpContext.RequestAborted)).Form;
}
