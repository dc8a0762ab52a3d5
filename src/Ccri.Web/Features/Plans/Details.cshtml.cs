using Ccri.Domain.Plans;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

public sealed class DetailsModel(IMediator mediator, Access access, ProgrammeCalendar calendar) : PageModel
{
    private const int MostRows = 100;

    public GetPlan.Details Plan { get; private set; } = null!;

    /// <summary>Of an action plan.</summary>
    public GetActionPlan.Answer? Actions { get; private set; }

    /// <summary>Of an investment plan.</summary>
    public GetInvestmentPlan.Answer? Investments { get; private set; }

    public ShownStatus? Standing => Actions?.Standing ?? Investments?.Standing;

    public bool MayEdit => access.MayEdit(Plan.TerritoryId);

    /// <summary>Scores and reviews are the support office's.</summary>
    public bool IsOffice => access.MayEditForOffice(Plan.TerritoryId);

    /// <summary>The usual step first; none for who only reads.</summary>
    public IReadOnlyList<PlanStep> Steps => MayEdit ? Domain.Plans.Plan.Next(Plan.Status) : [];

    /// <summary>The plan and what belongs to it, as many as the history shows at once.</summary>
    public IEnumerable<Guid> Rows => ((Guid[])[Plan.Id, .. Plan.Reviews.Select(r => r.Id), .. Plan.Reviews.SelectMany(r => r.Recommendations).Select(r => r.Id)]).Take(MostRows);

    public ShownChart Coverage => new(new SectionCoverage(Plan.Sections.Count == 0 ? [] : [.. Enum.GetValues<PlanSection>().Select(Bar)], "Now"),
        Plan.Score is { } score ? $"{score} of {Enum.GetValues<PlanSection>().Length * SectionScore.Highest}" : "Not scored")
    {
        Note = "0 missing, 1 begun, 2 mostly there, 3 complete, in the eyes of the support office",
        Empty = "The support office has not scored the twelve sections of this plan yet.",
    };

    public DateOnly DayOf(DateTime utc) => calendar.DayOf(utc);

    /// <summary>What was typed into the answer to a recommendation and could not be saved.</summary>
    public string? Typed(Guid recommendation) =>
        Request.HasFormContentType && Request.Form["recommendation"] == recommendation.ToString() ? Request.Form["answer"].ToString() : null;

    public Task OnGetAsync(string code) => LoadAsync(code);

    public async Task<IActionResult> OnPostMoveAsync(string code, PlanStep? step)
    {
        await LoadAsync(code); // for the page, in case it is shown again
        await mediator.Send(new MovePlan.Command(code, step ?? PlanStep.Adopt), HttpContext.RequestAborted);
        TempData["Status"] = Words.Done(step!.Value);
        return Redirect($"/plans/{Plan.Code}");
    }

    public async Task<IActionResult> OnPostTakeAsync(string code, Guid recommendation, Uptake uptake, string? answer, Guid? version)
    {
        await LoadAsync(code);
        try
        {
            await mediator.Send(new TakeRecommendation.Command(recommendation, uptake, answer, version), HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            await LoadAsync(code); // with what the other said
            ModelState.AddModelError("", "Somebody else answered or changed this recommendation meanwhile. Theirs is shown above your answer, which is still here; save again to put it in its place.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Status"] = $"The recommendation is {(uptake == Uptake.Open ? "open again" : Words.Of(uptake).ToLowerInvariant())}.";
        return Redirect($"/plans/{Plan.Code}#reviews");
    }

    public async Task<IActionResult> OnPostKeepAsync(string code, string? note)
    {
        await LoadAsync(code);
        var number = await mediator.Send(new KeepVersion.Command(code, note), HttpContext.RequestAborted);
        TempData["Status"] = $"The plan as it stands now is kept as version {number}.";
        return Redirect($"/plans/{Plan.Code}#versions");
    }

    private async Task LoadAsync(string code)
    {
        Plan = await mediator.Send(new GetPlan.Query(code), HttpContext.RequestAborted);
        if (Plan.Kind == PlanKind.Ceap)
            Actions = await mediator.Send(new GetActionPlan.Query(code), HttpContext.RequestAborted);
        else
            Investments = await mediator.Send(new GetInvestmentPlan.Query(code), HttpContext.RequestAborted);
    }

    private SectionMark Bar(PlanSection what) => Plan.Sections.FirstOrDefault(s => s.What == what) is { } scored
        ? new(Words.Of(what), scored.Score, $"{scored.Score} of {SectionScore.Highest}") : new(Words.Of(what), 0, "not scored");
}
