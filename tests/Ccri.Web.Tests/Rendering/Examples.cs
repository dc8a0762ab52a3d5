using System.Text;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

/// <summary>Reports to render. Every figure, name and status is invented.</summary>
internal static class Examples
{
    public static readonly ReportMeta Meta = new(
        "Territory sheet", "Tampere Region", "Third quarter of 2026", "2026-Q3", "Tampere Region, territory sheet 2026-Q3",
        "CCRI Coordination and Support Office", new DateTimeOffset(2026, 10, 12, 7, 0, 0, TimeSpan.Zero), new ReportWords("Frozen 12 Oct 2026"))
    {
        Draft = true,
        Illustrative = true,
    };

    public static readonly ReadOnlyMemory<byte> Snapshot = Encoding.UTF8.GetBytes("""{"report":"territory-sheet","territory":"Tampere Region","note":"Δ ☃"}""");

    public static Report With(params Block[] blocks) => new(Meta, blocks);

    public static RenderJob Job(params Block[] blocks) => new(PrintableReport.From(With(blocks)), Snapshot);

    public static Report Sheet()
    {
        const string Territory = "Confirmed by the territory on 8\u00a0Oct\u00a02026";
        const string Lead = "Confirmed by the investment lead on 7\u00a0Oct\u00a02026";
        return With(
            new TitleBlock("Circular Cities and Regions Initiative",
            [
                new("Overall status", "At risk") { Mark = StatusMark.Risk },
                new("Role", "Pilot since February 2024"),
                new("Country", "Finland, 23 municipalities"),
                new("Population", "545,000"),
            ]) { Key = "title", Unit = "Coordination and Support Office" },
            new ParagraphBlock("Tampere Region kept most of its action plan moving over the summer: 32 of 45 actions are on track or complete. The plan as a whole is at risk because four actions in construction, soil and textiles are more than a month late, and because the investment behind three of them has no decision yet.")
            {
                Key = "summary", Source = Territory,
            },
            new FiguresBlock(
            [
                new("32", "actions on track or complete") { Key = "actions", Unit = "of 45", Note = "was 35 in 2026-Q2" },
                new("43.3", "secured of EUR\u00a063.3\u00a0million") { Key = "secured", Unit = "EUR million", Note = "was 41.9 in 2026-Q2" },
                new("5", "milestones on time this quarter") { Key = "milestones", Unit = "of 9", Note = "was 7 of 8 in 2026-Q2" },
                new("6", "needs met since assessment") { Key = "needs", Unit = "of 11", Note = "was 5 in 2026-Q2" },
            ]) { Key = "figures" },
            new HeadingBlock(2, "Status") { Key = "h-status" },
            Status("plan", StatusMark.Risk, "At risk", "Action plan (CEAP)", "Four actions are more than 30 days late; seven more may slip.", "unchanged", Territory),
            Status("investment", StatusMark.Off, "Off track", "Investment plan (CEIP)", "The gap is EUR\u00a020.0\u00a0million; two applications were rejected in July and no replacement is in sight for the textile line.", "was At risk in 2026-Q2", Lead),
            Status("solution", StatusMark.Ok, "On track", "Solution", "In Implement since May; two reference sites run.", "unchanged", Territory),
            Status("needs", StatusMark.Ok, "On track", "Needs and support", "Six of eleven needs are met; the oldest open need is 412 days old.", "unchanged",
                new Provenance("Last confirmed by the support office on 2\u00a0Apr\u00a02026: not confirmed for two quarters", Stale: true)),
            new HeadingBlock(2, "Late and at risk") { Key = "h-late" },
            new TableBlock(
                [new("No.") { Key = "no" }, new("Action") { Key = "title", Width = 3.2 }, new("Lead") { Key = "lead", Width = 1.8 }, new("End") { Key = "end", Kind = ColumnKind.Date },
                    new("Done, %") { Key = "done", Kind = ColumnKind.Number }, new("Status") { Key = "status" }],
                [
                    Action("A07", "Regional bank of reusable building parts", "Ecofellows", "30 Jun 2026", 92, "35", StatusMark.Off, "Off track"),
                    Action("A12", "Crushed concrete in street bases: city-wide specification", "City of Tampere", "31 Jul 2026", 61, "60", StatusMark.Off, "Off track"),
                    Action("A19", "Shared clean-soil register with nine municipalities", "Council of Tampere Region", "31 Jul 2026", 61, "20", StatusMark.Off, "Off track"),
                    Action("A33", "Textile sorting line, second stage", "Pirkanmaan Jätehuolto", "15 Aug 2026", 46, "45", StatusMark.Off, "Off track"),
                    Action("A03", "Pre-demolition audit in all public permits", "City of Tampere", "29 Sep 2026", 1, "80", StatusMark.Risk, "At risk"),
                ])
            { Key = "actions", Label = "Table 1", Title = "Late actions, latest first", Source = Territory },
            new HeadingBlock(2, "Investment") { Key = "h-investment" },
            new TableBlock(
                [new("EUR million") { Key = "project", Width = 2.6 }, new("Secured") { Key = "secured", Kind = ColumnKind.Money }, new("Gap") { Key = "gap", Kind = ColumnKind.Money },
                    new("Needed") { Key = "needed", Kind = ColumnKind.Money }, new("Next gate") { Key = "gate", Kind = ColumnKind.Date }],
                [
                    TableRow.Of("p1", "Phosphorus recovery, Viinikanlahti", "10.6", "7.4", "18.0", "31 Mar 2027"),
                    TableRow.Of("p2", "Textile sorting, stage 2", "7.3", "4.9", "12.2", new TextCell("15 Aug 2026") { Late = "46 days late" }),
                    TableRow.Of("p3", "Reusable parts bank, Lakalaiva", "3.5", "3.1", "6.6", "31 Aug 2027"),
                    TableRow.Of("p4", "Soil and stone hub, Ylöjärvi", "8.7", "2.6", "11.3", "31 Jan 2027"),
                    TableRow.Of("p5", "Kolmenkulma side-stream terminal", "5.1", "2", "7.1", "30 Nov 2026"),
                    TableRow.Of("p6", "Heat recovery, Lielahti", "8.1", null, "8.1", "30 Jun 2027"),
                    TableRow.Sum("sum", "Six projects", "43.3", "20.0", "63.3", null),
                ])
            { Key = "projects", Label = "Table 2", Title = "Projects by gap", Subtitle = "Prices of 2026. Secured: contracted or paid out.", Source = Lead },
            new HeadingBlock(2, "Next quarter") { Key = "h-next" },
            new ListBlock(
            [
                "Decision on the site of the parts bank, by 30\u00a0November (City of Tampere).",
                "Signatures of the two missing councils under the soil register, by 15\u00a0December.",
                new RichText(new Run("Loan or second partner", Strong: true), new Run(" for the textile line, by 15\u00a0December; see "), new Run("the call", Href: "https://example.org/call"), new Run(".")),
            ]) { Key = "next", Ordered = true },
            new NoteBlock("Project “Phosphorus recovery” has no indicator. It does not block this report.") { Key = "check", Title = "One check between the plans needs an answer" },
            new HeadingBlock(2, "About this sheet") { Key = "h-about" },
            new KeyValuesBlock(
            [
                new("Frozen", "12\u00a0Oct\u00a02026, 09:00 (Brussels), by the support office"),
                new("Attached", "snapshot.json, the facts this sheet was made from"),
                new("Questions", new RichText(new Run("help@example.org", Href: "mailto:help@example.org"))),
            ]) { Key = "about" });
    }

    public static readonly string Bars =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 482 24" width="482" height="24" font-family="Noto Sans" font-size="7.6" fill="#17202c"><text x="0" y="9">Grants</text><rect x="148" y="1" width="200" height="10" fill="#0b3ea8"/></svg>""";

    private static StatusBlock Status(string key, StatusMark mark, string word, string label, string reason, string was, Provenance source) =>
        new(mark, word, label, reason) { Key = "status-" + key, Was = was, Source = source };

    private static TableRow Action(string id, string title, string lead, string end, int late, string done, StatusMark mark, string word) =>
        TableRow.Of(id, id, title, lead, new TextCell(end) { Late = Wording.Late(late) }, done, new StatusCell(mark, word));
}
