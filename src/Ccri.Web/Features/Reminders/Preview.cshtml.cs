using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class PreviewModel(IMediator mediator) : PageModel
{
    /// <summary>More than that nobody reads.</summary>
    public const int MostRows = 200;

    [FromQuery(Name = "rule")] public Guid? Rule { get; set; }

    [FromQuery(Name = "person")] public Guid? Person { get; set; }

    [FromQuery(Name = "territory")] public Guid? Territory { get; set; }

    public OfferPreview.Answer Offered { get; private set; } = null!;

    public PreviewReminders.Answer Found { get; private set; } = null!;

    /// <summary>Who gets most, first.</summary>
    public IReadOnlyList<(string Name, int Reminders, int Mails)> PerPerson { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Offered = await mediator.Send(new OfferPreview.Query(Rule, Person, Territory), HttpContext.RequestAborted);
        Found = await mediator.Send(new PreviewReminders.Query(Rule, Person, Territory), HttpContext.RequestAborted);
        PerPerson = [.. Found.Rows.GroupBy(r => (r.PersonId, r.Person)).Select(g => (g.Key.Person, g.Count(), g.Select(r => r.MailedOn).OfType<DateOnly>().Distinct().Count()))
            .OrderByDescending(p => p.Item2).ThenBy(p => p.Person, StringComparer.Ordinal)];
    }

    public async Task<IActionResult> OnPostOnAsync(Guid rule, Guid version)
    {
        var name = await mediator.Send(new SwitchOnRule.Command(rule, version), HttpContext.RequestAborted);
        TempData["Status"] = $"“{name}” is on. It reminds from today on.";
        return Redirect("/reminders/rules");
    }
}
