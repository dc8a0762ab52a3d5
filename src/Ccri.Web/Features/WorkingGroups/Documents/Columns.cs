using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>Columns and keys of the tables in both documents.</summary>
internal static class Columns
{
    public static Column Of(string key, string name, double? width = null, ColumnKind kind = ColumnKind.Text) => new(name) { Key = key, Width = width, Kind = kind };

    public static string Key(Guid id) => id.ToString("D");
}
