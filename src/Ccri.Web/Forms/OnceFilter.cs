using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Forms;

/// <summary>
/// A form that is sent twice is saved once. Its key goes into the database with the first save, whatever the form is about;
/// the second one finds the key, or loses the race for it, and is led to where the first one led.
/// </summary>
public sealed class OnceFilter : IAsyncPageFilter
{
    private const string Said = "It was sent twice and saved once.";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (http, user) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<CurrentUser>());
        if (user.PersonId is null || context.HandlerInstance.GetType().IsDefined(typeof(RepeatableAttribute), false) || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || !Guid.TryParse(http.Request.Form[FormKeys.Once], out var key))
        {
            await next();
            return;
        }
        var db = http.RequestServices.GetRequiredService<CcriDbContext>();
        if (await db.Submissions.AnyAsync(s => s.Key == key, http.RequestAborted))
        {
            context.Result = await WhereTheFirstLedAsync(db, key, context);
            return;
        }
        user.Submit(key);
        var executed = await next();
        if (LocationOf(executed.Result) is { } location)
        {
            await db.Submissions.Where(s => s.Key == key).ExecuteUpdateAsync(set => set.SetProperty(s => s.Location, location), CancellationToken.None); // a double click cuts the first request off
        }
        else if (executed.ExceptionHandled && db.Submissions.Local.FindEntry(key) is { State: EntityState.Unchanged })
        {
            // Refused, though something was saved (a wrong password is counted): the form may be sent again.
            await db.Submissions.Where(s => s.Key == key).ExecuteDeleteAsync(CancellationToken.None);
        }
        else if (executed.Exception is not null && db.Submissions.Local.FindEntry(key) is not { State: EntityState.Unchanged } && await db.Submissions.AnyAsync(s => s.Key == key, CancellationToken.None))
        {
            // The other one was quicker, so that this one met its key, or what it had just saved.
            executed.ExceptionHandled = true;
            executed.Result = await WhereTheFirstLedAsync(db, key, context);
            http.Response.StatusCode = StatusCodes.Status200OK;
        }
    }

    /// <summary>The first one may still be on its way to its answer.</summary>
    private static async Task<IActionResult> WhereTheFirstLedAsync(CcriDbContext db, Guid key, PageHandlerExecutingContext context)
    {
        string? location = null;
        for (var i = 0; i < 20 && location is null; i++)
        {
            if (i > 0)
                await Task.Delay(50, context.HttpContext.RequestAborted);
            location = await db.Submissions.Where(s => s.Key == key).Select(s => s.Location).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        }
        if (context.HandlerInstance is PageModel page)
            page.TempData["Status"] = Said;
        return new LocalRedirectResult(location ?? FormKeys.AddressOf(context.HttpContext.Request));
    }

    private static string? LocationOf(IActionResult? result) => result switch
    {
        RedirectResult redirect => redirect.Url,
        LocalRedirectResult redirect => redirect.Url,
        _ => null,
    };
}
