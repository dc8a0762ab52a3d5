namespace Ccri.Web.Features.Programme.Loading;

/// <summary>Which key of which file became which thing: from earlier loads, and from the files at hand.</summary>
public sealed class Keys
{
    private readonly Dictionary<(string File, string Key), Guid> _ids;

    public Keys() => _ids = [];

    public Keys(Keys others) => _ids = new(others._ids);

    public void Add(string file, string key, Guid id) => _ids[(file, key)] = id;

    public bool Know(string file, string key) => _ids.ContainsKey((file, key));

    /// <summary>The thing behind a reference; empty when the column is empty.</summary>
    public Guid? Id(string file, string key) => key.Length == 0 ? null : _ids[(file, key)];

    public string KeyOf(string file, Guid? id) => id is null ? "" : _ids.FirstOrDefault(k => k.Key.File == file && k.Value == id).Key.Key ?? "";
}
