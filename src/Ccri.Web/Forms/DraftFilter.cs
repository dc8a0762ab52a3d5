using System.Reflection;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Forms;

/// <summary>Shows that there is a draft of the form, fills it in when asked to, and removes it once the form is saved.</summary>
public sealed class DraftFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        var (request, services) = (context.HttpContext.Request, context.HttpContext.RequestServices);
        if (services.GetRequiredService<CurrentUser>().PersonId is not { } personId || context.HandlerInstance is not PageModel page || executed.Exception is not null)
            return;
        var (drafts, form) = (services.GetRequiredService<Drafts>(), FormKeys.AddressOf(request));
        if (HttpMethods.IsPost(request.Method))
        {
            if (executed.Result is RedirectResult or LocalRedirectResult)
                await drafts.DropAsync(personId, form, CancellationToken.None); // also when the answer is no longer awaited
            return;
        }
        var isAskedFor = request.Query.ContainsKey(Drafts.Parameter);
        if (!isAskedFor && page.GetType().GetCustomAttribute<KeepsDraftAttribute>() is null)
            return;
        if (await drafts.FindAsync(personId, form, context.HttpContext.RequestAborted) is not { } draft)
            return;
        if (isAskedFor)
            Fill(page, draft);
        page.ViewData[isAskedFor ? "DraftFilledIn" : "Draft"] = draft.SavedAt;
    }

    /// <summary>As if it had just been typed, but not yet judged.</summary>
    private static void Fill(PageModel page, Draft draft)
    {
        foreach (var (field, text) in draft.Fields)
        {
            page.ModelState.SetModelValue(field, text, text);
            page.ModelState.MarkFieldSkipped(field);
        }
    }
}
