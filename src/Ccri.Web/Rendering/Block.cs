using System.Text.Json.Serialization;

namespace Ccri.Web.Rendering;

/// <summary>One piece of a report. `kind` in the JSON names the function of reports/templates/blocks.typ and the partial of the web page.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CoverBlock), "cover")]
[JsonDerivedType(typeof(TitleBlock), "titleBlock")]
[JsonDerivedType(typeof(ContentsBlock), "contents")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(KeyValuesBlock), "keyValues")]
[JsonDerivedType(typeof(FiguresBlock), "figures")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(StatusBlock), "status")]
[JsonDerivedType(typeof(ChartBlock), "chart")]
[JsonDerivedType(typeof(NoteBlock), "note")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(PageBreakBlock), "pageBreak")]
[JsonDerivedType(typeof(LandscapeBlock), "landscape")]
[JsonDerivedType(typeof(PortraitBlock), "portrait")]
[JsonDerivedType(typeof(VerificationBlock), "verification")]
public abstract record Block
{
    /// <summary>Stable over revisions of the same report ("actions", "status-ceip"): remarks and comparisons point at it.</summary>
    [JsonPropertyOrder(-1)]
    public string? Key { get; init; }
}

/// <summary>The shape beside a status word. The colour is on the shape only; the word says it.</summary>
public enum StatusMark
{
    /// <summary>Teal circle.</summary>
    Ok,

    /// <summary>Orange triangle.</summary>
    Risk,

    /// <summary>Dark red square.</summary>
    Off,

    /// <summary>Blue diamond.</summary>
    Done,

    /// <summary>Dashed ring: nobody has said.</summary>
    None,
}

/// <summary>A named fact of a cover or a title block; with a mark it is a status.</summary>
public sealed record Fact(string Name, string Text)
{
    [JsonPropertyName("rag")]
    public StatusMark? Mark { get; init; }
}

/// <summary>A full first page: for reports of many pages.</summary>
/// <param name="Facts">Four a row.</param>
public sealed record CoverBlock(string Organisation, IReadOnlyList<Fact> Facts) : Block
{
    public string? Unit { get; init; }

    /// <summary>A decorative SVG, 595 units wide.</summary>
    public string? Art { get; init; }

    /// <summary>Who pays for the work, under the organisation: "Funded by the European Union".</summary>
    public string? Funding { get; init; }

    /// <summary>What a reader has to know before the first page: that the place is not confirmed, why it was frozen nevertheless.</summary>
    public IReadOnlyList<string>? Remarks { get; init; }

    public string? Foot { get; init; }
}

/// <summary>The head of a report of one or two pages, first block and without a page of its own. Title, territory and subtitle come from
/// the meta; the territory is the heading of level 1, so sections begin at level 2.</summary>
/// <param name="Facts">At most four, in one row.</param>
public sealed record TitleBlock(string Organisation, IReadOnlyList<Fact> Facts) : Block
{
    public string? Unit { get; init; }
}

/// <summary>The contents of a long report.</summary>
/// <param name="Depth">Levels of headings listed.</param>
public sealed record ContentsBlock(string Title, int Depth = 2) : Block;

/// <summary>A heading of level 1 to 3.</summary>
public sealed record HeadingBlock(int Level, string Text) : Block
{
    public int Level { get; } = Level is >= 1 and <= 3 ? Level : throw new ArgumentOutOfRangeException(nameof(Level), Level, "A heading has level 1, 2 or 3.");

    /// <summary>"3.1" or "A": in the data, so that page and PDF agree.</summary>
    public string? Number { get; init; }
}

/// <summary>Running text; line feeds in a plain string part paragraphs.</summary>
public sealed record ParagraphBlock(RichText Text) : Block
{
    /// <summary>The number in the margin that a remark quotes.</summary>
    public string? Ref { get; init; }

    public Provenance? Source { get; init; }
}

/// <summary>A tinted call-out.</summary>
public sealed record NoteBlock(RichText Text) : Block
{
    public string? Title { get; init; }
}

public sealed record ListBlock(IReadOnlyList<RichText> Items) : Block
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Ordered { get; init; }
}

/// <summary>The next block begins on a new page of the PDF.</summary>
public sealed record PageBreakBlock : Block;

/// <summary>From here to the next <see cref="PortraitBlock"/> the pages of the PDF are turned.</summary>
public sealed record LandscapeBlock : Block;

public sealed record PortraitBlock : Block;

/// <summary>How a reader checks the file; put a heading before it.</summary>
/// <param name="Label">"SHA-256 of snapshot.json".</param>
public sealed record VerificationBlock(RichText Text, string Label, string Sha256, IReadOnlyList<KeyValue> Items) : Block;
