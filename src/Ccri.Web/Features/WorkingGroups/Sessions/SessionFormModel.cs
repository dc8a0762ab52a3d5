using Ccri.Web.Features.Shared;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>What the form of a new session and that of a known one have in common: buttons that show it again with all that was typed, so that no script is needed.</summary>
public abstract class SessionFormModel<TForm>(IMediator mediator) : PageModel, IFollowsDraft where TForm : SessionFields, new()
{
    [BindProperty] public TForm Input { get; set; } = new();

    public OfferSession.Answer Offered { get; private set; } = null!;

    protected IMediator Mediator => mediator;

    /// <summary>The one that is edited.</summary>
    protected virtual Guid? SessionId => null;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Another group was chosen, or another day.</summary>
    public async Task<IActionResult> OnPostMembersAsync()
    {
        await BeginAsync();
        await OfferAsync();
        await TickNewMembersAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostPointAsync()
    {
        Input = With((SessionFields)Input with { Items = [.. Input.Items, new SessionFields.TypedItem()] });
        return await OnPostMembersAsync();
    }

    public async Task<IActionResult> OnPostGuestAsync()
    {
        Input = With((SessionFields)Input with { Guests = [.. Input.Guests, new SessionFields.TypedGuest()] });
        return await OnPostMembersAsync();
    }

    public async Task<IActionResult> OnPostFollowUpAsync()
    {
        Input = With((SessionFields)Input with { FollowUps = [.. Input.FollowUps, Input.FollowUps.LastOrDefault(f => f.Id is null) is { } last ? last with { What = null } : new SessionFields.TypedFollowUp()] });
        return await OnPostMembersAsync();
    }

    public async Task FollowDraftAsync()
    {
        string? Typed(string field) => ModelState.TryGetValue($"Input.{field}", out var entry) ? entry.AttemptedValue : null;
        Input = With((SessionFields)Input with { Group = Typed(nameof(Input.Group)) ?? Input.Group, On = FromAddress.Day(Typed(nameof(Input.On))) ?? Input.On, MembersOf = Typed(nameof(Input.MembersOf)) });
        await OfferAsync();
        await TickNewMembersAsync(); // the ticks of the draft may be of the group that was shown before
    }

    /// <summary>What the page shows beside the form, whenever it is shown.</summary>
    protected virtual Task BeginAsync() => Task.CompletedTask;

    protected async Task OfferAsync()
    {
        var ticked = Input.Present.Concat(Input.Items.SelectMany(i => i.Territories.Concat(i.Solutions))).ToHashSet();
        Offered = await mediator.Send(new OfferSession.Query(Input.Group, Input.On, ticked, SessionId), Aborted);
    }

    /// <summary>The form as it is to be sent. The page ticks whoever comes in with another group or day, in case it is shown again.</summary>
    protected async Task<TForm> TypedAsync()
    {
        var typed = Input;
        await BeginAsync();
        await OfferAsync();
        await TickNewMembersAsync();
        return typed;
    }

    private async Task TickNewMembersAsync()
    {
        if (Input.ShowsItsMembers)
            return;
        var (group, on) = Input.Shown;
        var before = (await mediator.Send(new OfferSession.Query(group, on, [], SessionId), Aborted)).Members.Select(m => m.Id).ToHashSet();
        var now = Offered.Members.Select(m => m.Id).ToHashSet();
        var isOfAnotherGroup = GroupKey.Read(group) != GroupKey.Read(Input.Group); // whoever was missing there may be here
        Input = With((SessionFields)Input with { Present = [.. Input.Present.Where(id => now.Contains(id) || !before.Contains(id)).Union(now.Where(id => isOfAnotherGroup || !before.Contains(id)))] });
    }

    private static TForm With(SessionFields fields) => (TForm)fields;
}
