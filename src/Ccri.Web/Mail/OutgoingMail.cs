using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Ccri.Web.Mail;

/// <summary>A mail in the form in which it travels.</summary>
public static class OutgoingMail
{
    /// <exception cref="MailProblemException">When the address is none.</exception>
    public static System.Net.Mail.MailMessage Of(MailMessage mail, MailOptions options)
    {
        var from = new MailAddress(options.From, "CCRI tracking", Encoding.UTF8);
        var message = new System.Net.Mail.MailMessage
        {
            From = from,
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64, // no line of it can be too long, and no server on the way touches it
        };
        message.To.Add(Recipient(mail.Address)); // never the string overload, which splits at commas
        if (mail.Html is { Length: > 0 } html)
        {
            var view = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
            view.TransferEncoding = TransferEncoding.Base64;
            message.AlternateViews.Add(view);
        }
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{from.Host}>"; // the same on every attempt, so that a second one is known as such
        message.Headers["Auto-Submitted"] = "auto-generated"; // no absence note comes back
        if (mail.Unsubscribe is { } address)
        {
            message.Headers["List-Unsubscribe"] = $"<{OneLine(address)}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }
        return message;
    }

    /// <summary>A line break in a subject would be a header of its own.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private static MailAddress Recipient(string address)
    {
        if (address.Any(char.IsControl) || !MailAddress.TryCreate(address, out var recipient) || recipient.Address != address)
            throw new MailProblemException($"“{OneLine(address)}” is no e-mail address.", MailFault.ThisMailForGood);
        if (!recipient.User.All(char.IsAscii))
            throw new MailProblemException($"The part of “{address}” before the @ has letters that mail servers do not agree on. Please give this person another address.", MailFault.ThisMailForGood);
        return recipient;
    }
}
