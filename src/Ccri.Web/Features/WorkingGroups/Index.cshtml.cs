using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

public sealed class IndexModel(IMediator mediator, GroupAccess groups) : PageModel
{
    public IReadOnlyList<ListWorkingGroups.Row> Groups { get; private set; } = [];

    /// <summary>Whether the page offers to log a session.</summary>
    public bool MayLog => groups.WritesAnywhere;

    public async Task OnGetAsync() => Groups = await mediator.Send(new ListWorkingGroups.Query(), HttpContext.RequestAborted);
}
