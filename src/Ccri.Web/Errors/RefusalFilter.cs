using Ccri.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Errors;

/// <summary>A form that is refused comes back with what was typed: broken rules become sentences at the fields of the same page.</summary>
public sealed class RefusalFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || context.HandlerInstance is not PageModel page)
            return;
        switch (executed.Exception)
        {
            case ValidationException validation:
                foreach (var error in validation.Errors)
                    page.ModelState.AddModelError($"Input.{error.PropertyName}", error.ErrorMessage);
                break;
            case RuleViolationException rule:
                page.ModelState.AddModelError("", rule.Message);
                break;
            default:
                return;
        }
        page.Response.StatusCode = ErrorStatus.Of(executed.Exception);
        executed.ExceptionHandled = true;
        executed.Result = page.Page();
    }
}
