using System.Collections;
using System.ComponentModel;
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
        foreach (var (field, kept) in draft.Fields)
        {
            var values = Drafts.ValuesOf(kept);
            page.ModelState.SetModelValue(field, values, string.Join(',', values));
            page.ModelState.MarkFieldSkipped(field);
        }
        Tick(page, draft);
    }

    /// <summary>A page draws ticks of the same name from the list of its form. Where none was ticked the browser sent nothing at all.</summary>
    private static void Tick(PageModel page, Draft draft)
    {
        if (page.GetType().GetProperty("Input")?.GetValue(page) is not { } input)
            return;
        foreach (var property in input.GetType().GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(List<>)))
        {
            var list = (IList)property.GetValue(input)!;
            var converter = TypeDescriptor.GetConverter(property.PropertyType.GenericTypeArguments[0]);
            list.Clear();
            foreach (var value in draft.Fields.TryGetValue($"Input.{property.Name}", out var kept) ? Drafts.ValuesOf(kept) : [])
            {
                if (converter.IsValid(value))
                    list.Add(converter.ConvertFromInvariantString(value));
            }
        }
    }
}
