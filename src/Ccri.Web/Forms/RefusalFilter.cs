using Ccri.Domain;
using Ccri.Web.Errors;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Forms;

/// <summary>A form that is refused comes back with what was typed: broken rules become sentences at the fields of the same page.</summary>
public sealed class RefusalFilter : IAsyncPageFilter
{
    /// <summary>Asked for by a person; the page of errors answers whatever method failed.</summary>
    private static bool IsPost(HttpContext context) => !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && context.Features.Get<IExceptionHandlerFeature>() is null && context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    /// <summary>Before the fields are bound: where somebody chose the other's text, that is what was typed.</summary>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (IsPost(context.HttpContext) && context.HandlerInstance is IEditPage)
            Conflict.TakeWhatWasChosen(context.HttpContext.Request);
        return Task.CompletedTask;
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && IsPost(context.HttpContext))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed); // a page that only shows would show itself without its data
            return;
        }
        if (context.HandlerInstance is PageModel asked && IsPost(context.HttpContext))
            context.HttpContext.RequestServices.GetRequiredService<FormFaults>().Take(asked);
        var executed = await next();
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || context.HandlerInstance is not PageModel page)
            return;
        switch (executed.Exception)
        {
            case ValidationException validation:
                foreach (var error in validation.Errors)
                    page.ModelState.AddModelError(error.PropertyName.Length == 0 ? "" : $"Input.{error.PropertyName}", error.ErrorMessage);
                break;
            case RuleViolationException rule:
                page.ModelState.AddModelError("", rule.Message);
                break;
            case DbUpdateConcurrencyException when page is IEditPage edited:
                await Conflict.ShowAsync(page, edited);
                break;
            default:
                return;
        }
        page.Response.StatusCode = ErrorStatus.Of(executed.Exception);
        executed.ExceptionHandled = true;
        executed.Result = page.Page();
    }
}
