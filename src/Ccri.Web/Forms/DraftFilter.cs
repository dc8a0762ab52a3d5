using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Forms;

/// <summary>Shows that there is a draft of the form, fills it in when asked to, and removes it once the form is saved.</summary>
public sealed class DraftFilter : IAsyncPageFilter
{
    /// <summary>More than any form has; a draft is what a browser sent and may hold any number.</summary>
    private const int MostRows = 500;

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
        {
            Fill(page, draft);
            if (page is IFollowsDraft follower)
                await follower.FollowDraftAsync();
        }
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
        if (page.GetType().GetProperty("Input")?.GetValue(page) is { } input)
            Tick(input, "Input.", draft);
    }

    /// <summary>A page draws ticks of the same name, and rows of answers, from the form itself. Where no box was ticked the browser sent nothing at all.</summary>
    private static void Tick(object form, string prefix, Draft draft)
    {
        foreach (var property in form.GetType().GetProperties())
        {
            var type = property.PropertyType;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
                Tick((IList)property.GetValue(form)!, type.GenericTypeArguments[0], draft.Fields.GetValueOrDefault(prefix + property.Name));
            else if (type.IsArray && type.GetElementType() is { IsClass: true } element && element != typeof(string))
                Grow(form, property, element, prefix + property.Name, draft);
        }
    }

    private static void Tick(IList list, Type type, string? kept)
    {
        var converter = TypeDescriptor.GetConverter(type);
        list.Clear();
        foreach (var value in kept is null ? [] : Drafts.ValuesOf(kept))
        {
            if (converter.IsValid(value))
                list.Add(converter.ConvertFromInvariantString(value));
        }
    }

    /// <summary>As many rows as were typed, also where a new form begins with fewer.</summary>
    private static void Grow(object form, PropertyInfo property, Type element, string name, Draft draft)
    {
        var typed = draft.Fields.Keys.Select(field => RowOf(field, name)).OfType<int>().Where(row => row is >= 0 and < MostRows).ToHashSet();
        var rows = ((Array)property.GetValue(form)!).Cast<object>().ToList();
        while (rows.Count <= typed.DefaultIfEmpty(-1).Max())
            rows.Add(Activator.CreateInstance(element)!);
        foreach (var row in typed)
            Tick(rows[row], $"{name}[{row}].", draft);
        var grown = Array.CreateInstance(element, rows.Count);
        for (var i = 0; i < rows.Count; i++)
            grown.SetValue(rows[i], i);
        property.SetValue(form, grown);
    }

    /// <summary>2 of "Input.Items[2].Text" for "Input.Items".</summary>
    private static int? RowOf(string field, string name) =>
        field.StartsWith($"{name}[", StringComparison.Ordinal) && field.IndexOf(']', name.Length) is > 0 and var end && int.TryParse(field.AsSpan(name.Length + 1, end - name.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
