using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

/// <summary>The form of a feed.</summary>
public sealed class FeedForm
{
    public Guid? GroupId { get; set; }
}

public sealed class FeedsModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    private const string Address = "/reminders/feeds";

    [BindProperty] public FeedForm Input { get; set; } = new();

    public ListFeeds.Answer Found { get; private set; } = null!;

    /// <summary>Of the feed that was just made; told once.</summary>
    public string? NewAddress { get; private set; }

    public async Task OnGetAsync() => (Found, NewAddress) = (await mediator.Send(new ListFeeds.Query(), HttpContext.RequestAborted), TempData["Feed"] as string);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is refused
        TempData["Feed"] = await mediator.Send(new CreateFeed.Command(Input.GroupId), HttpContext.RequestAborted);
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        await mediator.Send(new RevokeFeed.Command(id), HttpContext.RequestAborted);
        TempData["Status"] = "Revoked. Its address finds nothing any more.";
        return Redirect(Address);
    }

    public string Local(DateTime utc) => $"{Words.Of(calendar.DayOf(utc))}, {calendar.Local(utc):HH:mm}";
}
