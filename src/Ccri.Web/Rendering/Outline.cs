using System.Globalization;

namespace Ccri.Web.Rendering;

/// <summary>Counts chapters, sections, tables, figures and paragraphs of one document: the numbers are part of what it says, so that page and PDF agree.</summary>
internal sealed class Outline
{
    private int chapter, section, part, table, figure, paragraph, annexTable;
    private bool inAnnex, isSplit;

    public HeadingBlock Chapter(string key, string text)
    {
        (chapter, section, part) = (chapter + 1, 0, 0);
        return new HeadingBlock(1, text) { Key = key, Number = N($"{chapter}") };
    }

    public HeadingBlock Section(string key, string text)
    {
        (section, part) = (section + 1, 0);
        return new HeadingBlock(2, text) { Key = key, Number = N($"{chapter}.{section}") };
    }

    /// <summary>Under a section; where the chapter has none, a section itself.</summary>
    public HeadingBlock Part(string key, string text) => section == 0 || !isSplit
        ? Section(key, text)
        : new HeadingBlock(3, text) { Key = key, Number = N($"{chapter}.{section}.{++part}") };

    public HeadingBlock Annex(string key, string text)
    {
        inAnnex = true;
        return new HeadingBlock(1, text) { Key = key, Number = "A" };
    }

    /// <summary>Whether the chapter has a section for each thing it tells of, so that what is told of a thing are parts.</summary>
    public void Split(bool into) => isSplit = into;

    public string Table() => inAnnex ? N($"Table A{++annexTable}") : N($"Table {++table}");

    public string Figure() => N($"Figure {++figure}");

    /// <summary>What a remark quotes.</summary>
    public string Ref() => N($"¶{++paragraph}");

    private static string N(FormattableString number) => number.ToString(CultureInfo.InvariantCulture);
}
