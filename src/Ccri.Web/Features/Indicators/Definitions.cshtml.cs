using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class DefinitionsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public DefinitionFilter Filter { get; set; } = new();

    public ListDefinitions.Answer Definitions { get; private set; } = null!;

    public async Task OnGetAsync() => Definitions = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
}
