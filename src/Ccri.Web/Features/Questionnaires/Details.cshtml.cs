using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Questionnaires;

public sealed class DetailsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetQuestionnaire.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new GetQuestionnaire.Query(Code), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostBeginAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        var number = await mediator.Send(new BeginVersion.Command(Code), HttpContext.RequestAborted);
        TempData["Status"] = $"Version {number} is begun with the same questions. Nobody is asked with it before it is published.";
        return Redirect($"/questionnaires/{Found.Questionnaire.Code}/edit");
    }

    public async Task<IActionResult> OnPostPublishAsync([FromQuery] Guid version)
    {
        await OnGetAsync();
        var number = await mediator.Send(new PublishVersion.Command(Code, version), HttpContext.RequestAborted);
        TempData["Status"] = $"Version {number} is published. New rounds are asked with it.";
        return Redirect($"/questionnaires/{Found.Questionnaire.Code}");
    }
}
