using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class LogEntryModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditLoggedContact.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetContactLog.Answer Log { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = await mediator.Send(new EditLoggedContact.Query(Id), HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The contact is saved.";
        return Redirect($"/territories/{Uri.EscapeDataString(Slug)}/log");
    }

    public Task<IActionResult> OnPostDoneAsync() => FinishAsync(isDone: true);

    public Task<IActionResult> OnPostOpenAsync() => FinishAsync(isDone: false);

    public async Task<object> SavedFormAsync() => await mediator.Send(new EditLoggedContact.Query(Id), HttpContext.RequestAborted);

    private async Task LoadAsync() => Log = await mediator.Send(new GetContactLog.Query(Slug), HttpContext.RequestAborted);

    private async Task<IActionResult> FinishAsync(bool isDone)
    {
        await mediator.Send(new FinishFollowUp.Command(Id, isDone), HttpContext.RequestAborted);
        TempData["Status"] = isDone ? "The follow-up is done." : "The follow-up is open again.";
        return Redirect(Request.Query["back"] == "overview" ? "/" : $"/territories/{Uri.EscapeDataString(Slug)}");
    }
}
