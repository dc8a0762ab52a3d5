using System.Globalization;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>How a column is read from and written to a thing, both as the text that the file would hold.</summary>
/// <param name="Fact">The property that the fact is in, when the column is a public fact with a source of its own.</param>
/// <param name="OwnSource">Where it comes from when it is not from the row's source but from us, and approximate.</param>
public sealed record Field<T>(Column Column, Func<T, Keys, string> Get, Action<T, string, Keys> Set, string? Fact = null, string? OwnSource = null)
{
    public Field(Column column, Func<T, string?> get, Action<T, string?> set, string? fact = null)
        : this(column, (thing, _) => get(thing) ?? "", (thing, text, _) => set(thing, text.Length == 0 ? null : text), fact) { }

    public static Field<T> Whole(Column column, Func<T, int?> get, Action<T, int?> set, string? fact = null) =>
        new(column, thing => get(thing)?.ToString(CultureInfo.InvariantCulture), (thing, text) => set(thing, text is null ? null : int.Parse(text, CultureInfo.InvariantCulture)), fact);

    public static Field<T> Degrees(Column column, Func<T, double?> get, Action<T, double?> set) =>
        new(column, thing => get(thing)?.ToString(CultureInfo.InvariantCulture), (thing, text) => set(thing, text is null ? null : double.Parse(text, CultureInfo.InvariantCulture)));

    public static Field<T> Day(Column column, Func<T, DateOnly?> get, Action<T, DateOnly?> set) =>
        new(column, thing => get(thing)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (thing, text) => set(thing, DayOf(text)));

    public static Field<T> YesNo(Column column, Func<T, bool> get, Action<T, bool> set) =>
        new(column, thing => get(thing) ? "yes" : "no", (thing, text) => set(thing, text == "yes"));

    public static Field<T> OneOf<TEnum>(Column column, Func<T, TEnum?> get, Action<T, TEnum?> set, string? fact = null) where TEnum : struct, Enum =>
        new(column, thing => Column.Code(get(thing)), (thing, text) => set(thing, text is null ? null : Column.Member<TEnum>(text)), fact);

    public static Field<T> Several(Column column, Func<T, IEnumerable<string>> get, Action<T, IEnumerable<string>> set, string? fact = null) =>
        new(column, thing => string.Join("; ", get(thing)), (thing, text) => set(thing, (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), fact);

    public static DateOnly? DayOf(string? text) =>
        string.IsNullOrEmpty(text) ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
