using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>Everything about the own second factor; each button asks for the password. Sent twice, it answers twice: what is shown once must not be lost over a double click.</summary>
[Repeatable]
public sealed class MySecondFactorModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public GetMyself.Answer Me { get; private set; } = null!;

    /// <summary>Shown between the password and the first code.</summary>
    public GetSecondFactorSetUp.Answer? SetUp { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public sealed class Form
    {
        public string? Password { get; set; }
        public string? Ticket { get; set; }
        public string? Code { get; set; }
    }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostStartAsync()
    {
        await ReadAsync();
        Input.Ticket = await mediator.Send(new StartSecondFactor.Command(Input.Password), HttpContext.RequestAborted);
        ModelState.Clear(); // what was posted is the password; what is shown now is the ticket
        SetUp = await mediator.Send(new GetSecondFactorSetUp.Query(Input.Ticket), HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        await ReadAsync();
        SetUp = await mediator.Send(new GetSecondFactorSetUp.Query(Input.Ticket), HttpContext.RequestAborted); // in case the code is refused
        return await ShowAsync(await mediator.Send(new SetSecondFactor.Command(Input.Ticket, Input.Code), HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        await ReadAsync();
        return await ShowAsync(await mediator.Send(new RenewRecoveryCodes.Command(Input.Password), HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        await ReadAsync();
        await mediator.Send(new TurnOffSecondFactor.Command(Input.Password), HttpContext.RequestAborted);
        TempData["Status"] = "Your second factor is off. The entry in your app can be removed.";
        return Redirect("/accounts/me");
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> codes)
    {
        RecoveryCodes = codes;
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync() => Me = await mediator.Send(new GetMyself.Query(), HttpContext.RequestAborted);
}
