using Ccri.Domain;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Forms;

/// <summary>
/// Answers of the form at hand that could not even be read: letters for a number, a day that does not exist. The command
/// built from them is refused with these sentences together with everything else that is wrong, so one sees all at once.
/// </summary>
public sealed class FormFaults
{
    public IReadOnlyList<ValidationFailure> Unread { get; private set; } = [];

    /// <summary>Takes over what could not be bound, in words that say what would be right.</summary>
    public void Take(PageModel page)
    {
        Unread = [.. from entry in page.ModelState
                     where entry.Key.StartsWith("Input.", StringComparison.Ordinal) && entry.Value is { Errors.Count: > 0 }
                     select new ValidationFailure(entry.Key["Input.".Length..], Sentence(entry.Value.AttemptedValue ?? "", TypeOf(page, entry.Key)))];
        foreach (var fault in Unread)
            page.ModelState[$"Input.{fault.PropertyName}"]!.Errors.Clear(); // said again, in words, with all the others
    }

    private static string Sentence(string typed, Type? type)
    {
        var shown = typed.Shorten(60);
        return type switch
        {
            null => $"“{shown}” cannot be read. Please check it.",
            _ when type == typeof(int) || type == typeof(long) => $"“{shown}” is not a whole number. Write digits only, for example 120000.",
            _ when type == typeof(double) || type == typeof(decimal) => $"“{shown}” is not a number. Write it with a decimal point, for example 60.17.",
            _ when type == typeof(DateOnly) => $"“{shown}” is not a day. Write it as year, month, day: 2026-11-22.",
            _ when type == typeof(TimeOnly) => $"“{shown}” is no time of the day. Write it as hours and minutes: 14:30.",
            _ => "Choose one of the list.",
        };
    }

    private static Type? TypeOf(PageModel page, string key)
    {
        var type = page.GetType().GetProperty("Input")?.PropertyType;
        foreach (var name in key["Input.".Length..].Split('.')) // "Items[2].Kind": of the second of the rows
        {
            type = type?.GetProperty(name.Split('[')[0])?.PropertyType;
            type = type is { IsArray: true } ? type.GetElementType() : type;
        }
        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }
}
