using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ccri.Web.Data;

/// <summary>Every time in the database is UTC; one of another kind is a fault of ours, found at the save and not a summer later.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => Utc(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    private static DateTime Utc(DateTime time) =>
        time.Kind == DateTimeKind.Utc ? time : throw new InvalidOperationException($"{time:O} is not UTC.");
}
