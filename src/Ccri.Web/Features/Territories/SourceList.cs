using Ccri.Web.Features.Shared;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Territories;

/// <summary>Numbers the sources in the order in which a sheet first cites them, and lists them at its end.</summary>
public sealed class SourceList
{
    private readonly List<string> _sources = [];

    /// <summary>"Source 1, 2 · as of 12 Sep 2024 · stated" or "Source 3 · date not stated · inferred".</summary>
    public Provenance? Cite(SourceLine? line)
    {
        if (line is null)
            return null;
        var numbers = line.Sources.Select(Number);
        return $"Source {string.Join(", ", numbers)} · {(line.AsOf is { } day ? $"as of {Wording.Date(day)}" : "date not stated")} · {Words.Briefly(line.Confidence)}{(line.ConfirmedOn is { } confirmed ? $" · confirmed {Wording.Date(confirmed)}" : "")}";
    }

    public IEnumerable<Block> Blocks()
    {
        if (_sources.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "Sources") { Key = "sources" };
        yield return new ListBlock([.. _sources.Select(source => new RichText(new Run(source, Href: source)))]) { Key = "source-list", Ordered = true };
    }

    private int Number(string source)
    {
        if (!_sources.Contains(source))
            _sources.Add(source);
        return _sources.IndexOf(source) + 1;
    }
}
