using Ccri.Web.Forms;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Milestones;

/// <summary>The form of a milestone, and the quick edits that any list of milestones sends here.</summary>
public sealed class EditModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditMilestone.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Of a quick edit: the list it was sent from, with its filter and page.</summary>
    [BindProperty] public string? Back { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetMilestoneForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditMilestone.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        return Return("The milestone is saved.");
    }

    public async Task<IActionResult> OnPostFinishAsync()
    {
        await SavedFormAsync();
        await mediator.Send(new FinishMilestone.Command(Id), HttpContext.RequestAborted);
        return Return($"“{Saved.Form.Title}” is done.");
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        await SavedFormAsync();
        await mediator.Send(new ReopenMilestone.Command(Id), HttpContext.RequestAborted);
        return Return($"“{Saved.Form.Title}” is not done.");
    }

    public async Task<IActionResult> OnPostExpectAsync()
    {
        await SavedFormAsync();
        var expected = Input.Forecast;
        Input = Saved.Form with { Forecast = expected };
        try
        {
            await mediator.Send(new ExpectMilestone.Command(Id, expected), HttpContext.RequestAborted);
        }
        catch (ValidationException) when (Request.Headers.ContainsKey("HX-Request"))
        {
            // The form with the sentence takes the place of the list that the day was typed in.
            foreach (var (header, value) in ((string, string)[])[("HX-Retarget", "#main"), ("HX-Reselect", "#main"), ("HX-Reswap", "outerHTML"), ("HX-Push-Url", $"{Request.PathBase}/milestones/{Id}")])
                Response.Headers[header] = value;
            throw;
        }
        return Return(expected is null ? $"“{Saved.Form.Title}” is expected as agreed." : $"“{Saved.Form.Title}” is expected on {Words.Of(expected.Value)}.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await SavedFormAsync();
        await mediator.Send(new RemoveMilestone.Command(Id), HttpContext.RequestAborted);
        return Return("The milestone is removed.");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetMilestoneForm.Query(Id), HttpContext.RequestAborted)).Form;

    private RedirectResult Return(string said)
    {
        TempData["Status"] = said;
        return Redirect(Url.IsLocalUrl(Back) ? Back : Saved.Place.Address);
    }
}
