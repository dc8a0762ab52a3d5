using Ccri.Domain;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Shows an action, and takes its quick edits: from its own page, or from a list, which it leads back to or whose row it answers.</summary>
public sealed class ActionModel(IMediator mediator) : PageModel
{
    public sealed record QuickInput
    {
        public Guid Version { get; init; }
        public ActionStatus Status { get; init; }
        public int? Percent { get; init; }
        public DateOnly? DoneOn { get; init; }
        public DateOnly? Forecast { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Where a quick edit came from: "plan", or the filter of the list; empty: this page.</summary>
    [BindProperty(SupportsGet = true)] public string? Back { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public string? P { get; set; }

    [BindProperty] public QuickInput Input { get; set; } = new();

    public GetAction.Details Details { get; private set; } = null!;

    /// <summary>Of a quick edit that led here.</summary>
    public QuickEdit.Undo? Undo { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Undo = KeptUndo.Take(TempData);
    }

    public Task<IActionResult> OnPostDoneAsync() => EditAsync(new FinishAction.Command(Id), undo => $"Action {undo.Number} is done.");

    public Task<IActionResult> OnPostProgressAsync() => EditAsync(new ReportProgress.Command(Id, Input.Percent), undo => $"Action {undo.Number} is {Input.Percent} % done.");

    public Task<IActionResult> OnPostForecastAsync() =>
        EditAsync(new ForecastAction.Command(Id, Input.Forecast), undo => Input.Forecast is { } day ? $"Action {undo.Number} is expected to end on {Words.Of(day)}." : $"Action {undo.Number} is expected to end as planned.");

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        try
        {
            await mediator.Send(new UndoQuickEdit.Command(Id, Input.Version, Input.Status, Input.Percent ?? 0, Input.DoneOn, Input.Forecast), HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefusedAsync($"Somebody else saved action {Details.Row.Number} since. It stays as it is now.", StatusCodes.Status409Conflict);
        }
        return await AnswerAsync($"Action {Details.Row.Number} is as it was before.", null);
    }

    private async Task<IActionResult> EditAsync(IRequest<QuickEdit.Undo> edit, Func<QuickEdit.Undo, string> sentence)
    {
        await LoadAsync();
        try
        {
            var undo = await mediator.Send(edit, HttpContext.RequestAborted);
            return await AnswerAsync(sentence(undo), undo);
        }
        catch (Exception refusal) when (IsFromList && refusal is ValidationException or RuleViolationException)
        {
            return await RefusedAsync(ErrorStatus.Sentence(refusal), ErrorStatus.Of(refusal));
        }
    }

    private bool IsFromList => Request.Headers.ContainsKey("HX-Request");

    private async Task<IActionResult> AnswerAsync(string sentence, QuickEdit.Undo? undo)
    {
        if (IsFromList)
        {
            await LoadAsync();
            return Partial("_QuickAnswer", (new ActionRowPart(Details.Row, Details.Plan, Back, undo), (string?)sentence));
        }
        TempData["Status"] = sentence;
        if (undo is not null)
            KeptUndo.Keep(TempData, undo);
        return Redirect(Address());
    }

    private async Task<IActionResult> RefusedAsync(string sentence, int status)
    {
        await LoadAsync();
        Response.StatusCode = status;
        if (IsFromList)
            return Partial("_QuickAnswer", (new ActionRowPart(Details.Row, Details.Plan, Back, Refusal: sentence), (string?)null));
        ModelState.AddModelError("", sentence);
        return Page();
    }

    /// <summary>Always below this plan, whatever was sent.</summary>
    private string Address()
    {
        var plan = $"/plans/{Uri.EscapeDataString(Details.Plan.Code)}";
        if (Back is null)
            return $"{plan}/actions/{Id}";
        if (Back == "plan")
            return $"{plan}#actions";
        var filter = new QueryBuilder(QueryHelpers.ParseQuery(Back).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        return $"{plan}/actions{filter}#a-{Id}";
    }

    private async Task LoadAsync() => Details = await mediator.Send(new GetAction.Query(Code, Id, FromAddress.Page(P)), HttpContext.RequestAborted);
}
