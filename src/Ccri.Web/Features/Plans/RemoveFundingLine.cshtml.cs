using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class RemoveFundingLineModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public RemoveFundingLine.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Project { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetFundingLineForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (RemoveFundingLine.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The line is removed.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects/{Project}");
    }

    public async Task<object> SavedFormAsync()
    {
        Saved = await mediator.Send(new GetFundingLineForm.Query(Code, Project, Id), HttpContext.RequestAborted);
        return new RemoveFundingLine.Command { Id = Id, Version = Saved.Form.Version };
    }
}
