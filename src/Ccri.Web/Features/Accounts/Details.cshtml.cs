using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>One person: roles and access.</summary>
public sealed class DetailsModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetPerson.Answer Person { get; private set; } = null!;

    public DateOnly Today => calendar.Today;

    public string At(DateTime utc) => Words.Moment(calendar.Local(utc));

    public Task OnGetAsync() => ReadAsync();

    /// <summary>Everything that is kept about the person, as one file.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        await ReadAsync();
        var file = await mediator.Send(new ExportPerson.Query(Person.Email), HttpContext.RequestAborted);
        return File(file, "application/json", $"person-{Person.Id:N}-{calendar.Today:yyyy-MM-dd}.json");
    }

    public async Task<IActionResult> OnPostDisableAsync()
    {
        await ReadAsync();
        return await DoneAsync(new DisablePerson.Command(Person.Email), $"{Person.Name} can no longer sign in.");
    }

    public async Task<IActionResult> OnPostEnableAsync()
    {
        await ReadAsync();
        return await DoneAsync(new EnablePerson.Command(Person.Email), $"{Person.Name} can sign in again.");
    }

    public async Task<IActionResult> OnPostSendLinkAsync()
    {
        await ReadAsync();
        return await DoneAsync(new SendLinkAgain.Command(Id), $"A new link is on its way to {Person.Email}.");
    }

    public async Task<IActionResult> OnPostTakeOffAsync()
    {
        await ReadAsync();
        return await DoneAsync(new TakeOffSecondFactor.Command(Id), $"{Person.Name} signs in with the password alone now, and has been told so by mail.");
    }

    private async Task<IActionResult> DoneAsync(IRequest command, string sentence)
    {
        await mediator.Send(command, HttpContext.RequestAborted);
        TempData["Status"] = sentence;
        return Redirect($"/accounts/{Id}");
    }

    private async Task ReadAsync() => Person = await mediator.Send(new GetPerson.Query(Id), HttpContext.RequestAborted);
}
