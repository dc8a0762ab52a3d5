using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

public sealed class DetailsModel(IMediator mediator, CurrentUser user) : PageModel
{
    public GetOrganisation.Details Organisation { get; private set; } = null!;

    /// <summary>Empty for those who do not work with contacts: they do not see that there are any.</summary>
    public IReadOnlyList<ListContacts.Row>? Contacts { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        Organisation = await mediator.Send(new GetOrganisation.Query(id), HttpContext.RequestAborted);
        if (user.Has(Role.Officer, Role.Lead, Role.Coordinator))
            Contacts = await mediator.Send(new ListContacts.Query(id), HttpContext.RequestAborted);
    }
}
