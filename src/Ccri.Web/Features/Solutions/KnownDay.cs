using Ccri.Domain;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Ccri.Web.Features.Solutions;

/// <summary>How a form asks for a date that is no more exact than its source: a day in it, and what of it is known.</summary>
public static class KnownDay
{
    public const string Hint = "Any day of it, when only the month, quarter or year is known.";

    public static IEnumerable<SelectListItem> Precisions => Enum.GetValues<DatePrecision>().Select(p => new SelectListItem(p switch
    {
        DatePrecision.Day => "The day",
        DatePrecision.Month => "Only the month",
        DatePrecision.Quarter => "Only the quarter",
        _ => "Only the year",
    }, p.ToString()));

    /// <summary>A day outside is mistyped.</summary>
    public static bool IsSensible(DateOnly? day) => day is null || day.Value.Year is >= 2000 and <= 2100;
}
