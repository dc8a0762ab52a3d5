using System.Globalization;
using Ccri.Domain.Programme;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class HealthModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public CheckHealth.Answer Health { get; private set; } = null!;

    public async Task OnGetAsync() => Health = await mediator.Send(new CheckHealth.Query(), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostRunAsync(string job)
    {
        var answer = await mediator.Send(new RunJob.Command(job), HttpContext.RequestAborted);
        TempData["Status"] = $"{job} {(answer.Succeeded ? "ran" : "failed")}: {answer.Note}";
        return Redirect("/programme/health");
    }

    public string Local(DateTime utc) => $"{Words.Of(calendar.DayOf(utc))}, {calendar.Local(utc):HH:mm}";

    public (Rag State, string Words) State(JobStanding job) => job switch
    {
        { IsOverdue: true, RunningSince: { } since } => (Rag.OffTrack, $"Overdue, running since {calendar.Local(since):HH:mm}"),
        { IsOverdue: true, Succeeded: false } => (Rag.OffTrack, "Overdue, and failed"),
        { IsOverdue: true } => (Rag.OffTrack, "Overdue"),
        { RunningSince: { } since } => (Rag.OnTrack, $"Running since {calendar.Local(since):HH:mm}"),
        { Succeeded: null } => (Rag.NoData, "Not run yet"),
        { Succeeded: true } => (Rag.OnTrack, "Done"),
        _ => (Rag.OffTrack, "Failed"),
    };

    public static string InWords(TimeSpan took) => took.TotalSeconds < 1 ? "under 1 s" : took.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0} s") : string.Create(CultureInfo.InvariantCulture, $"{took.TotalMinutes:0} min");
}
