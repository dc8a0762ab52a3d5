using Ccri.Domain;

namespace Ccri.Web.Data;

/// <summary>What holds on a day, asked of the database as <see cref="Dated.HeldOn"/> asks it of one row: an end that lies ahead has not come yet.</summary>
public static class DatedRows
{
    public static IQueryable<T> HeldOn<T>(this IQueryable<T> rows, DateOnly day) where T : Dated =>
        rows.Where(row => (row.From == null || row.From <= day) && (row.To == null || row.To >= day));

    /// <summary>What holds or is still to come: a place that is promised is taken.</summary>
    public static IQueryable<T> NotOverBy<T>(this IQueryable<T> rows, DateOnly day) where T : Dated => rows.Where(row => row.To == null || row.To >= day);
}
