using System.Diagnostics;
using Ccri.Web.Errors;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features;

/// <summary>What happened, what to do, and a number to ask about; for every refusal and failure that no form shows.</summary>
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
[IgnoreAntiforgeryToken] // a failed post is shown here, and the token may be what failed
public sealed class ErrorModel(CurrentUser user) : PageModel
{
    public string Title { get; private set; } = "";
    public string Sentence { get; private set; } = "";
    public string Reference { get; private set; } = "";

    /// <summary>What was typed into the form that could not be saved, to be copied: its page may be gone.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed => !Request.HasFormContentType ? []
        : [.. Drafts.FieldsOf(Request.Form).Where(typed => typed.Key.StartsWith("Input.", StringComparison.Ordinal) && typed.Value.Length > 0 && !Guid.TryParse(typed.Value, out _))
            .Select(typed => KeyValuePair.Create(Words.OfProperty(typed.Key["Input.".Length..]), typed.Value))];

    /// <summary>A fault of ours; anything else the person can settle without us.</summary>
    public bool IsOurFault => Response.StatusCode >= StatusCodes.Status500InternalServerError;
    public bool IsSignedIn => user.IsSignedIn;

    /// <summary>Not OnGet and OnPost: what was refused may have been a PUT, which has no handler here.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Show();

    private void Show()
    {
        var exception = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status404NotFound; // somebody typed the address of this page
        Title = Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => "That cannot be read",
            StatusCodes.Status401Unauthorized => "Please sign in",
            StatusCodes.Status403Forbidden => "You may not see this",
            StatusCodes.Status404NotFound => "There is no such page",
            StatusCodes.Status405MethodNotAllowed => "That cannot be done here",
            StatusCodes.Status409Conflict => "That is not possible now",
            StatusCodes.Status429TooManyRequests => "Too many tries",
            StatusCodes.Status503ServiceUnavailable => "This part does not work at the moment",
            _ => "Something went wrong",
        };
        Sentence = exception is not null ? ErrorStatus.Sentence(exception) : Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "The address may be mistyped, or what it named has been renamed.",
            StatusCodes.Status403Forbidden => "Your role does not include it. A coordinator of the support office can help.",
            StatusCodes.Status429TooManyRequests => "Wait a minute and try again.",
            StatusCodes.Status400BadRequest => "The form was open for too long, or the address is mistyped. Go back, reload the page and try again.",
            _ => "Please go back and try again.",
        };
        Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
