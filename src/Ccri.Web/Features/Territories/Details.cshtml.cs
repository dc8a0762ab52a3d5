using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class DetailsModel(IMediator mediator, Access access, CurrentUser user) : PageModel
{
    private const int NewestContacts = 5;

    public GetTerritory.Details Territory { get; private set; } = null!;

    /// <summary>Empty for those whom the working notes of the support office do not concern.</summary>
    public GetContactLog.Answer? Log { get; private set; }

    /// <summary>Empty while the country is not known.</summary>
    public Verdict? Eligibility { get; private set; }

    public IReadOnlyList<GetTimeline.Event> Timeline { get; private set; } = [];

    /// <summary>Empty for those who do not work with persons of a territory.</summary>
    public IReadOnlyList<ListTerritoryContacts.Row>? Contacts { get; private set; }

    /// <summary>Empty for the desk officer, who sees what was frozen of them.</summary>
    public GetTerritoryPlans.Answer? Plans { get; private set; }

    /// <inheritdoc cref="Plans"/>
    public GetTerritoryStanding.Answer? Standing { get; private set; }

    /// <inheritdoc cref="Plans"/>
    public GetTerritoryRisks.Answer? Risks { get; private set; }

    /// <inheritdoc cref="Plans"/>
    public GetTerritoryNeeds.Answer? Needs { get; private set; }

    /// <summary>Those that were issued.</summary>
    public IReadOnlyList<GetIssuedReports.Row> Reports { get; private set; } = [];

    public bool MayEdit => access.MayEdit(Territory.Profile.Id);

    /// <summary>Tiers, names and withdrawals are the support office's.</summary>
    public bool IsOffice => access.MayEditForOffice(Territory.Profile.Id);

    /// <summary>A territory contact has no list of organisations, so no links into it.</summary>
    public bool ReadsOrganisations => user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk);

    /// <summary>Whether some participation has no end yet, in whatever tier.</summary>
    public bool TakesPart => Territory.Participations.Any(p => p.To is null);

    public bool IsCoordinator => user.Has(Role.Coordinator);

    public LogContact.Command Input { get; } = new();

    public async Task OnGetAsync(string slug)
    {
        Territory = await mediator.Send(new GetTerritory.Query(slug), HttpContext.RequestAborted);
        Eligibility = await mediator.Send(new GetEligibility.Query(slug), HttpContext.RequestAborted);
        Timeline = await mediator.Send(new GetTimeline.Query(slug), HttpContext.RequestAborted);
        Reports = await mediator.Send(new GetIssuedReports.Query(slug), HttpContext.RequestAborted);
        if (user.Has(Role.Officer, Role.Lead, Role.Coordinator))
            Log = await mediator.Send(new GetContactLog.Query(slug, Size: NewestContacts), HttpContext.RequestAborted);
        if (user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory))
        {
            Contacts = await mediator.Send(new ListTerritoryContacts.Query(slug), HttpContext.RequestAborted);
            Plans = await mediator.Send(new GetTerritoryPlans.Query(slug), HttpContext.RequestAborted);
            Standing = await mediator.Send(new GetTerritoryStanding.Query(slug), HttpContext.RequestAborted);
            Needs = await mediator.Send(new GetTerritoryNeeds.Query(slug), HttpContext.RequestAborted);
            Risks = await mediator.Send(new GetTerritoryRisks.Query(slug), HttpContext.RequestAborted);
        }
    }
}
