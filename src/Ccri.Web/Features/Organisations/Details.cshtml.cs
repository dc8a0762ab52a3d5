using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

public sealed class DetailsModel(IMediator mediator, CurrentUser user) : PageModel
{
    private const int MostRows = 100;

    public GetOrganisation.Details Organisation { get; private set; } = null!;

    /// <summary>Empty for those who do not work with contacts: they do not see that there are any.</summary>
    public IReadOnlyList<ListContacts.Row>? Contacts { get; private set; }

    /// <summary>The organisation and what belongs to it, as many as the history shows at once.</summary>
    public IEnumerable<Guid> Rows => ((Guid[])[Organisation.Profile.Id, .. Organisation.Roles.Select(r => r.Id), .. Organisation.Networks.Select(n => n.Id), .. (Contacts ?? []).Select(c => c.Id)]).Take(MostRows);

    public async Task OnGetAsync(Guid id)
    {
        Organisation = await mediator.Send(new GetOrganisation.Query(id), HttpContext.RequestAborted);
        if (user.Has(Role.Officer, Role.Lead, Role.Coordinator))
            Contacts = await mediator.Send(new ListContacts.Query(id), HttpContext.RequestAborted);
    }
}
