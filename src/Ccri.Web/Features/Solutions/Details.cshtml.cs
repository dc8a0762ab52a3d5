using Ccri.Domain.Accounts;
using Ccri.Web.Charts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class DetailsModel(IMediator mediator, Access access, CurrentUser user, ProgrammeCalendar calendar) : PageModel
{
    public GetSolution.Details Solution { get; private set; } = null!;

    public DateOnly Today => calendar.Today;

    public bool MayEdit => access.MayEdit(Solution.Profile.TerritoryId);

    /// <summary>Scores and support are the office's.</summary>
    public bool IsOffice => access.MayEditForOffice(Solution.Profile.TerritoryId);

    /// <summary>A territory contact has no list of organisations, so no links into it.</summary>
    public bool ReadsOrganisations => user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk);

    /// <summary>Whose changes the history shows: the solution, and what stands on this page with it.</summary>
    public IEnumerable<Guid> Rows => [Solution.Profile.Id, .. Solution.Strands.Select(s => s.Id), .. Solution.Actors.Select(a => a.Id), .. Solution.Factors.Select(f => f.Id)];

    public PhaseStrip Phases => SolutionCharts.Phases(Solution, Today);

    public async Task OnGetAsync(string code) => Solution = await mediator.Send(new GetSolution.Query(code), HttpContext.RequestAborted);
}
