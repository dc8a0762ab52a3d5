namespace Ccri.Web.Rendering;

/// <summary>What a report says: worded, ordered and formatted, without a font, a page or a point of layout.
/// The same blocks become the web page (Features/Shared/Blocks) and, as JSON, the PDF (reports/templates).</summary>
/// <exception cref="ArgumentException">The headings skip a level: an accessible PDF may not, and the typesetter would refuse the whole report.</exception>
public sealed record Report(ReportMeta Meta, IReadOnlyList<Block> Blocks)
{
    public IReadOnlyList<Block> Blocks { get; } = InOrder(Blocks);

    private static IReadOnlyList<Block> InOrder(IReadOnlyList<Block> blocks)
    {
        var above = 0;
        foreach (var block in blocks)
        {
            var (level, text) = block switch
            {
                TitleBlock => (1, "the title block"),
                ContentsBlock contents => (1, contents.Title),
                HeadingBlock heading => (heading.Level, heading.Text),
                _ => (0, ""),
            };
            if (level > above + 1)
                throw new ArgumentException($"The heading \"{text}\" has level {level} but nothing of level {level - 1} is above it.", nameof(blocks));
            above = level == 0 ? above : level;
        }
        return blocks;
    }
}

/// <summary>Names and dates of the report as a whole.</summary>
/// <param name="Title">The kind of report: "Territory sheet".</param>
/// <param name="Territory">What it is about; set large: "Tampere Region".</param>
/// <param name="Subtitle">"Third quarter of 2026".</param>
/// <param name="Period">Short, for the running head: "2026-Q3".</param>
/// <param name="Running">Left side of the running head: "Tampere Region, territory sheet".</param>
/// <param name="Author">The organisation in the file's properties; never a person.</param>
/// <param name="FrozenAt">The instant the facts were frozen. It is the file's creation date, never the clock: the same facts give the same bytes.</param>
/// <param name="Words">The fixed words of head and foot.</param>
public sealed record ReportMeta(
    string Title, string Territory, string Subtitle, string Period, string Running, string Author, DateTimeOffset FrozenAt, ReportWords Words)
{
    public DateTimeOffset FrozenAt { get; } = FrozenAt.ToUniversalTime();

    /// <summary>Seconds since 1970, for the typesetter.</summary>
    public long Timestamp => FrozenAt.ToUnixTimeSeconds();

    /// <summary>Not approved yet: said in the head of each page and along its edge.</summary>
    public bool Draft { get; init; }

    /// <summary>Invented figures: said in the foot of each page.</summary>
    public bool Illustrative { get; init; }

    /// <summary>What stands in the head of each page, such as that the figures are invented; nothing as a rule.</summary>
    public string? Notice { get; init; }

    /// <summary>Who may read it; carried with the report, printed only where a block says so.</summary>
    public string? Audience { get; init; }

    /// <summary>"ccri:" and the SHA-256 of the snapshot, as a keyword of the file; empty for a draft. Which report a file claims to be is told
    /// by it also after the file was changed.</summary>
    public string? Reference { get; init; }

    /// <summary>Language of the words (BCP 47), for hyphenation and screen readers.</summary>
    public string Lang { get; init; } = "en";

    public string? Region { get; init; } = "gb";
}

/// <summary>The words around the blocks.</summary>
/// <param name="Frozen">Foot, left: "Frozen 12 Oct 2026", or for a preview "Facts of 12 Oct 2026, not frozen".</param>
public sealed record ReportWords(string Frozen)
{
    public string Page { get; init; } = "Page";
    public string Of { get; init; } = "of";
    public string Draft { get; init; } = "Draft, not approved";
    public string DraftMark { get; init; } = "Draft";
    public string Illustrative { get; init; } = "Illustrative data: the place is real, every figure, name and status is invented.";
    public string Attachment { get; init; } = "The frozen facts this report was made from";
}
