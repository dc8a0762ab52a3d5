using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>For a group by <c>?group=code</c>, like an earlier session by <c>?from=id</c>.</summary>
[KeepsDraft]
public sealed class NewModel(IMediator mediator) : SessionFormModel<LogSession.Command>(mediator)
{
    [FromQuery(Name = "group")] public string? Group { get; set; }

    [FromQuery(Name = "from")] public string? From { get; set; }

    public async Task OnGetAsync()
    {
        Input = await Mediator.Send(new LogSession.Query(Group, Guid.TryParse(From, out var like) ? like : null), Aborted);
        await OfferAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Mediator.Send(await TypedAsync(), Aborted);
        TempData["Status"] = $"“{Input.Topic?.Trim()}” is logged. Files are added here.";
        return Redirect($"/working-groups/sessions/{id}");
    }
}
