using System.Collections;
using Ccri.Web.Errors;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Ccri.Web.Forms;

/// <summary>Two people changed the same thing: of each field that both changed, both texts are shown, and one chooses. Nothing typed is lost.</summary>
public static class Conflict
{
    private const string Version = "Input.Version";

    public static async Task ShowAsync(PageModel page, IEditPage edited)
    {
        object saved;
        try
        {
            saved = await edited.SavedFormAsync();
        }
        catch (NotFoundException)
        {
            page.ModelState.AddModelError("", "Somebody else removed this while you were editing. What you typed is still here; copy what you need.");
            return;
        }
        var both = 0;
        foreach (var property in saved.GetType().GetProperties())
        {
            var name = $"Input.{property.Name}";
            if (property.GetValue(saved) is Array { Length: > 0 } rows && rows.GetType().GetElementType() is { IsClass: true } element && element != typeof(string))
            {
                if (AreAsShown(page, name, rows, element))
                    continue;
                page.ModelState.AddModelError(name, $"{Words.OfProperty(property.Name)}: somebody else changed these rows. Yours are shown; compare them with what is saved before you save again.");
                both++;
                continue;
            }
            if (page.ModelState.TryGetValue(name, out var entry) is false)
                continue;
            var (theirs, mine, was) = (FieldText.Of(property.GetValue(saved)) ?? "", entry.AttemptedValue ?? "", Was(page, name));
            if (property.GetValue(saved) is IList list)
            {
                if (list.Cast<object>().Select(value => FieldText.Of(value) ?? "").ToHashSet().SetEquals(mine.Split(',', StringSplitOptions.RemoveEmptyEntries)))
                    continue;
                page.ModelState.AddModelError(name, $"{Words.OfProperty(property.Name)}: somebody else may have ticked others. Yours are shown; save again to keep them.");
                both++;
                continue;
            }
            if (name == Version || mine == was && mine != theirs)
                page.ModelState.SetModelValue(name, theirs, theirs); // only they changed it
            else if (!Same(mine, theirs) && !Same(theirs, was))
            {
                page.ViewData[FormKeys.Theirs + name] = theirs;
                page.ModelState.AddModelError(name, $"{Words.OfProperty(property.Name)}: somebody else saved another answer. Choose which of the two to keep.");
                both++;
            }
            page.ViewData[FormKeys.Was + name] = theirs; // from here on, this is what was there
        }
        page.ModelState.AddModelError("", both > 0
            ? "Somebody else saved this while you were editing. Nothing of yours is lost: choose below, then save again."
            : "Somebody else saved this while you were editing, other answers than yours. Theirs are filled in now; save again to keep both.");
    }

    /// <summary>Puts the other's text where "theirs" was chosen.</summary>
    public static void TakeWhatWasChosen(HttpRequest request)
    {
        if (!request.HasFormContentType || !request.Form.Keys.Any(key => key.StartsWith(FormKeys.Keep, StringComparison.Ordinal)))
            return;
        var fields = request.Form.ToDictionary(field => field.Key, field => field.Value);
        foreach (var (key, choice) in request.Form.Where(field => field.Key.StartsWith(FormKeys.Keep, StringComparison.Ordinal)))
        {
            var name = key[FormKeys.Keep.Length..];
            if (choice == "theirs" && fields.TryGetValue(FormKeys.Theirs + name, out var theirs))
                fields[name] = theirs;
        }
        request.Form = new FormCollection(fields);
    }

    /// <summary>Whether rows of answers are saved as the form showed them; rows that it showed and that are gone count as changed.</summary>
    private static bool AreAsShown(PageModel page, string name, Array rows, Type element)
    {
        var shown = page.Request.Form.Keys.Where(key => key.StartsWith($"{FormKeys.Was}{name}[", StringComparison.Ordinal)).ToDictionary(key => key[FormKeys.Was.Length..], key => Was(page, key[FormKeys.Was.Length..]));
        var saved = rows.Cast<object>().SelectMany((row, i) => element.GetProperties().Where(p => p.CanWrite && (p.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(p.PropertyType)))
            .Select(p => (Name: $"{name}[{i}].{p.Name}", Value: FieldText.Of(p.GetValue(row)) ?? ""))).ToDictionary(field => field.Name, field => field.Value);
        return shown.All(field => Same(field.Value, saved.GetValueOrDefault(field.Key, ""))) && saved.Where(field => !shown.ContainsKey(field.Key) && shown.Count > 0 && !field.Key.EndsWith("].Id", StringComparison.Ordinal)).All(field => field.Value.Length == 0);
    }

    private static string Was(PageModel page, string name) => page.Request.Form.TryGetValue(FormKeys.Was + name, out StringValues was) ? was.ToString() : "";

    /// <summary>Browsers send line breaks as CR LF, whatever was shown.</summary>
    private static bool Same(string a, string b) => a.ReplaceLineEndings("\n").Trim() == b.ReplaceLineEndings("\n").Trim();
}
