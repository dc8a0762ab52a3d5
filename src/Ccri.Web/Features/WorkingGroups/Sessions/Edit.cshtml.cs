using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

[KeepsDraft]
public sealed class EditModel(IMediator mediator) : SessionFormModel<EditSession.Command>(mediator), IEditPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public EditSession.Answer Saved { get; private set; } = null!;

    protected override Guid? SessionId => Id;

    public async Task OnGetAsync()
    {
        Input = (EditSession.Command)await SavedFormAsync();
        await OfferAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Mediator.Send(await TypedAsync() with { Id = Id }, Aborted);
        TempData["Status"] = "The session is saved.";
        return Redirect($"/working-groups/sessions/{Id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var version = Input.Version;
        await OnGetAsync(); // for the page, in case it is shown again
        await Mediator.Send(new RemoveSession.Command(Id, version), Aborted);
        TempData["Status"] = "The session is removed.";
        return Redirect("/working-groups/sessions");
    }

    public async Task<object> SavedFormAsync() => (Saved = await Mediator.Send(new EditSession.Query(Id), Aborted)).Form;

    protected override async Task BeginAsync() => await SavedFormAsync();
}
