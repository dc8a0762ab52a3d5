using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Indicators;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Indicators;

/// <summary>The choice of periods as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class PeriodFilter
{
    private const int FirstYear = 1990, LastYear = 2090;

    /// <summary>Names in the address.</summary>
    public static readonly IReadOnlyList<(string Name, PeriodLength Length)> Lengths = [("quarter", PeriodLength.Quarter), ("half", PeriodLength.HalfYear), ("year", PeriodLength.Year)];

    [FromQuery(Name = "by")] public string? By { get; set; }
    [FromQuery(Name = "from")] public string? From { get; set; }
    [FromQuery(Name = "to")] public string? To { get; set; }

    /// <summary>The days that were shown before; they stay when the new ones cannot be shown.</summary>
    [FromQuery(Name = "from-before")] public string? FromBefore { get; set; }
    [FromQuery(Name = "to-before")] public string? ToBefore { get; set; }

    public PeriodLength Length => Lengths.FirstOrDefault(l => l.Name.Equals(By, StringComparison.OrdinalIgnoreCase)).Length;

    public string Name => Lengths.Single(l => l.Length == Length).Name;

    private bool AreDaysAsked => !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(To);

    public string? FromFault => AreDaysAsked ? Fault(From, "first") : null;

    public string? ToFault => !AreDaysAsked ? null : Fault(To, "last")
        ?? (FromAddress.Day(From) is { } from && FromAddress.Day(To) is { } to && to < from ? $"The last day ({Words.Of(to)}) lies before the first day ({Words.Of(from)}). Choose a later one." : null);

    public PeriodChoice Choice => new(Length, !AreDaysAsked ? null : FromFault is null && ToFault is null ? Days(From, To) : Days(FromBefore, ToBefore));

    private static Period? Days(string? from, string? to) =>
        Fault(from, "") is null && Fault(to, "") is null && FromAddress.Day(from) is { } first && FromAddress.Day(to) is { } last && first <= last ? new Period(first, last) : null;

    private static string? Fault(string? text, string which) => (text?.Trim(), FromAddress.Day(text?.Trim())) switch
    {
        (null or "", _) => $"Enter the {which} day, too.",
        (_, null) => $"“{text!.Shorten(30)}” is no day. Enter the {which} day as 2026-03-31.",
        (_, { Year: < FirstYear or > LastYear }) => string.Create(CultureInfo.InvariantCulture, $"Choose a day from {FirstYear} to {LastYear}."),
        _ => null,
    };
}
