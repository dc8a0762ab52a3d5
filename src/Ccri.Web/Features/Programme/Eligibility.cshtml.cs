using System.Globalization;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class EligibilityModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "country")] public string? Country { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")] public string? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")] public string? Day { get; set; }

    public ListEligibility.Answer List { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    /// <summary>What kept the question from being answered.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync()
    {
        List = await mediator.Send(new ListEligibility.Query(), HttpContext.RequestAborted);
        var asked = Request.Query.ContainsKey("country");
        Programme ??= List.Programmes.FirstOrDefault();
        Day ??= calendar.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!asked)
            return;
        try
        {
            Verdict = await mediator.Send(new CheckEligibility.Query(Country, Programme, FromAddress.Day(Day)), HttpContext.RequestAborted);
        }
        catch (ValidationException refused) // a question by address, so no form that comes back
        {
            Refusal = refused.Errors.First().ErrorMessage;
        }
    }
}
