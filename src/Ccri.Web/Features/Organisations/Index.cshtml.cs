using Ccri.Domain.Organisations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")] public string? RoleKind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public string? P { get; set; }

    public ListOrganisations.Answer Organisations { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        OrganisationRoleKind? kind = Enum.TryParse<OrganisationRoleKind>(RoleKind, ignoreCase: true, out var known) ? known : null;
        Organisations = await mediator.Send(new ListOrganisations.Query(Q, kind, int.TryParse(P, out var page) && page > 0 ? page : 1), HttpContext.RequestAborted);
    }
}
