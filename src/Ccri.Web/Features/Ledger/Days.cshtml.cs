using Ccri.Domain.Accounts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Ledger;

public sealed class DaysModel(IMediator mediator, CurrentUser user) : PageModel
{
    [FromQuery(Name = "by")] public string? By { get; set; }

    [FromQuery(Name = "quarter")] public string? Quarter { get; set; }

    public GetLedgerDays.Answer Found { get; private set; } = null!;

    public bool SeesPlan => user.Has(Role.Officer, Role.Lead, Role.Coordinator);

    /// <summary>Of the longest bar: given or planned, whatever is more.</summary>
    public decimal Most => Found.Rows.Select(r => Math.Max(r.Given, r.Planned)).DefaultIfEmpty().Max();

    /// <summary>"+1.5", "−2", "0".</summary>
    public static string Difference(decimal days) => $"{(days > 0 ? "+" : days < 0 ? "−" : "")}{Words.OfDays(Math.Abs(days))}";

    public async Task OnGetAsync() => Found = await mediator.Send(new GetLedgerDays.Query(FromAddress.Known<GetLedgerDays.Grouping>(By) ?? GetLedgerDays.Grouping.Territory, Quarter), HttpContext.RequestAborted);
}
