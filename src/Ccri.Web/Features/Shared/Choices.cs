using Microsoft.AspNetCore.Mvc.Rendering;

namespace Ccri.Web.Features.Shared;

/// <summary>The options of a select, led by one that stands for no answer.</summary>
public static class Choices
{
    /// <param name="none">What no answer is called: "Choose a role", "Not known".</param>
    public static IReadOnlyList<SelectListItem> Of<T>(string none, IEnumerable<T> items, Func<T, string> value, Func<T, string> words) =>
        [new SelectListItem(none, ""), .. items.Select(item => new SelectListItem(words(item), value(item)))];

    public static IReadOnlyList<SelectListItem> Of<TEnum>(string none, Func<TEnum, string> words) where TEnum : struct, Enum =>
        Of(none, Enum.GetValues<TEnum>(), member => member.ToString(), words);
}
