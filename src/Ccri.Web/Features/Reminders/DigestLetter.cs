using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ccri.Web.Features.Reminders;

/// <summary>The mail in its two forms, which say the same. The HTML is one column without pictures and colours, so that it is readable in the dark and without its style.</summary>
/// <param name="Site">Address of the site, without a slash at its end.</param>
/// <param name="EndAll">The address that ends the mails of all these rules.</param>
internal sealed record DigestLetter(string Name, DigestLines Digest, DateOnly Today, string Site, string EndAll, IReadOnlyList<DigestRule> Rules)
{
    private const string Escalated = "Nobody has done it, so you are told, too.", PutOff = "You put it off to this day.";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All); // names arrive as they are written

    private string Opening => Digest.Total == 1 ? "this is what we remind you of:"
        : $"these are {Plural.Of(Digest.Total, "thing")} we remind you of{(Digest.Late > 0 ? $", {Words.Of(Digest.Late)} of them late" : "")}:";

    private string? More => Digest.More > 0 ? $"And {Words.Of(Digest.More)} more on your page of reminders." : null;

    public string AsText()
    {
        var text = new StringBuilder($"Hello {Name},\n\n{Opening}\n");
        foreach (var group in Digest.Groups)
        {
            text.Append($"\n{group.Heading.ToUpperInvariant()}\n");
            foreach (var line in group.Lines)
            {
                text.Append($"\n- {line.First.Title}\n  {Facts(line)}\n  {Address(line)}\n");
                foreach (var remark in Remarks(line))
                    text.Append($"  {remark}\n");
            }
        }
        if (More is { } more)
            text.Append($"\n{more}\n{Site}/reminders\n");
        text.Append("\nWHY AM I GETTING THIS?\n");
        foreach (var rule in Rules)
            text.Append($"\n- The rule “{rule.Name}”. {rule.Why}\n  No more mails of it: {rule.End}\n");
        text.Append($"\nAll that is due: {Site}/reminders\nHow often you are mailed: {Site}/reminders/habits\nNo more of all these mails: {EndAll}\n");
        return text.ToString();
    }

    public string AsHtml(string subject)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{E(subject)}</title></head>
            <body style="margin:0;padding:16px;font-family:system-ui,'Segoe UI',sans-serif;font-size:16px;line-height:1.5">
            <div style="max-width:40em;overflow-wrap:anywhere;word-break:break-word">
            <p>Hello {E(Name)},</p>
            <p>{E(Opening)}</p>

            """);
        foreach (var group in Digest.Groups)
        {
            html.Append($"<h2 style=\"font-size:18px;margin:24px 0 8px\">{E(group.Heading)}</h2>\n<ul style=\"margin:0;padding-left:20px\">\n");
            foreach (var line in group.Lines)
            {
                html.Append($"<li style=\"margin:0 0 12px\"><a href=\"{E(Address(line))}\"><strong>{E(line.First.Title)}</strong></a><br>{E(Facts(line))}");
                foreach (var remark in Remarks(line))
                    html.Append($"<br><em>{E(remark)}</em>");
                html.Append("</li>\n");
            }
            html.Append("</ul>\n");
        }
        if (More is { } more)
            html.Append($"<p><a href=\"{E(Site)}/reminders\">{E(more)}</a></p>\n");
        html.Append("<h2 style=\"font-size:18px;margin:24px 0 8px\">Why am I getting this?</h2>\n<ul style=\"margin:0;padding-left:20px\">\n");
        foreach (var rule in Rules)
            html.Append($"<li style=\"margin:0 0 12px\">The rule “{E(rule.Name)}”. {E(rule.Why)} <a href=\"{E(rule.End)}\">No more mails of “{E(rule.Name)}”</a></li>\n");
        return html.Append($"""
            </ul>
            <p><a href="{E(Site)}/reminders">All that is due</a> · <a href="{E(Site)}/reminders/habits">How often you are mailed</a> · <a href="{E(EndAll)}">No more of all these mails</a></p>
            </div>
            </body>
            </html>

            """).ToString();
    }

    private string Address(DigestLine line) => $"{Site}/{line.First.Address}";

    /// <summary>"Capannori · 20 Nov 2026, 3 days late · rule: Milestones".</summary>
    private string Facts(DigestLine line)
    {
        var rules = Rules.Where(r => line.Reminders.Any(reminder => reminder.RuleId == r.Id)).Select(r => r.Name);
        return string.Join(" · ", ((string?[])[line.First.Of, $"{Words.Of(line.First.DueOn)}, {Words.OfDue(line.First.DueOn, Today)}", $"rule: {string.Join(", ", rules)}"]).OfType<string>());
    }

    private static IEnumerable<string> Remarks(DigestLine line)
    {
        if (line.IsEscalated)
            yield return Escalated;
        if (line.WasPutOff)
            yield return PutOff;
    }

    private static string E(string text) => Encoder.Encode(text);
}
