using Ccri.Domain.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class DetailsModel(IMediator mediator) : PageModel
{
    public GetPlan.Details Plan { get; private set; } = null!;

    /// <summary>Of an action plan.</summary>
    public GetActionPlan.Answer? Actions { get; private set; }

    /// <summary>Of an investment plan.</summary>
    public GetInvestmentPlan.Answer? Investments { get; private set; }

    public async Task OnGetAsync(string code)
    {
        Plan = await mediator.Send(new GetPlan.Query(code), HttpContext.RequestAborted);
        if (Plan.Kind == PlanKind.Ceap)
            Actions = await mediator.Send(new GetActionPlan.Query(code), HttpContext.RequestAborted);
        else
            Investments = await mediator.Send(new GetInvestmentPlan.Query(code), HttpContext.RequestAborted);
    }
}
