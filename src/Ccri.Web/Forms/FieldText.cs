using System.Globalization;

namespace Ccri.Web.Forms;

/// <summary>A value as a form's field holds it, in one spelling on every machine.</summary>
public static class FieldText
{
    /// <param name="value">What the form's property holds.</param>
    /// <param name="type">The kind of input: a moment is shown to the day in a date field.</param>
    public static string? Of(object? value, string type = "text") => value switch
    {
        DateTime moment when type == "date" => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        Enum choice => choice.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
