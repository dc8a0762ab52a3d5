using Ccri.Domain.Reports;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

/// <summary>One territory's report on a period.</summary>
public sealed class TerritoryModel(IMediator mediator) : PageModel
{
    [BindProperty] public RemarkOnReport.Command Input { get; set; } = new("", "", null);

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    public GetTerritoryReport.Answer Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await mediator.Send(new GetTerritoryReport.Query(Code, Slug), HttpContext.RequestAborted);

    public Task<IActionResult> OnPostSubmitAsync() => SendAsync(new SubmitReport.Command(Code, Slug), "The report is submitted. A second person of the support office approves it.");

    public Task<IActionResult> OnPostApproveAsync() => SendAsync(new ApproveReport.Command(Code, Slug), "The report is approved.");

    /// <param name="subject">The one whose button was pressed; empty for all that were shown.</param>
    public async Task<IActionResult> OnPostConfirmAsync(Guid? subject, List<Guid> shown)
    {
        await OnGetAsync();
        ModelState.Clear(); // the form beside it was not sent
        var confirmed = await mediator.Send(new ConfirmStatements.Command(Code, Slug, subject is { } one ? [one] : shown), HttpContext.RequestAborted);
        return Return(confirmed == 1 ? "Confirmed: no change." : $"{Words.Of(confirmed)} statements are confirmed: no change.");
    }

    public async Task<IActionResult> OnPostRemarkAsync()
    {
        await OnGetAsync();
        await mediator.Send(Input with { Code = Code, Slug = Slug }, HttpContext.RequestAborted);
        return Return("The remark is added.");
    }

    /// <summary>What is to be done next, and by whom.</summary>
    public string NextStep => Shown switch
    {
        { IsFrozen: true } => $"The period is frozen as revision {Shown.Revision}. What is edited now lands in the next period.",
        { IsCaptured: true } => "The cut-off passed without a submission, and the facts were taken as they stood. The support office can return the report, so that it is submitted after all.",
        { State: ReportState.Approved } => "Approved. Nothing is to be done until the period is frozen.",
        { State: ReportState.Submitted, CanApprove: true } => "Submitted. Read it, then approve it or return it with a reason.",
        { State: ReportState.Submitted, MayEditForOffice: true, IsMine: true } => "You submitted this report, so somebody else approves it: any other officer who looks after this territory, or a coordinator.",
        { State: ReportState.Submitted } => "Submitted. The support office reads it, and approves it or returns it.",
        { CanWrite: false } => $"The territory is at work on it, until {Words.Of(Shown.CutOffOn)}.",
        { IsBlocked: true } => "Mend what blocks it below, then submit it.",
        { CanSubmit: false } => $"It can be submitted from {Words.Of(Shown.OpensOn)} on, {Words.Until(Shown.OpensOn, Shown.Today)}. What you write and confirm until then is kept.",
        { State: ReportState.Returned } => "Returned: read the reason in the discussion, change what is asked for, and submit it again.",
        _ => $"Nothing blocks it. Confirm what has not changed, then submit it until {Words.Of(Shown.CutOffOn)}.",
    };

    private async Task<IActionResult> SendAsync(IRequest message, string said)
    {
        await OnGetAsync(); // for the page, in case it is shown again
        ModelState.Clear(); // the form beside it was not sent
        await mediator.Send(message, HttpContext.RequestAborted);
        return Return(said);
    }

    private RedirectResult Return(string said)
    {
        TempData["Status"] = said;
        return Redirect($"/reports/{Shown.Code}/territories/{Uri.EscapeDataString(Slug)}");
    }
}
