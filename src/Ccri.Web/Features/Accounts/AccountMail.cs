using Ccri.Domain.Accounts;
using Ccri.Web.Mail;

namespace Ccri.Web.Features.Accounts;

/// <summary>A mail to one person about their access.</summary>
public static class AccountMail
{
    /// <summary>How long the text of a mail without a link is kept.</summary>
    public static readonly TimeSpan OfNotices = TimeSpan.FromDays(30);

    /// <summary>Sent again, too, when the first was lost or has run out.</summary>
    public static MailMessage Invitation(Person person, string link, DateTime now) => To(person, "Your access to CCRI tracking", $"""
        you have been given access to CCRI tracking, the system of the CCRI Coordination and Support Office.
        Please choose a password here, within 24 hours; the link works once:

        {link}

        If it has run out, ask for a new one on the sign-in page under "Forgot your password?".
        """, now, PasswordLink.Lifespan);

    /// <param name="keep">Until when the text is kept: as long as the link in it works.</param>
    /// <param name="address">Where to, when it is not the person's own address.</param>
    public static MailMessage To(Person person, string subject, string text, DateTime now, TimeSpan keep, string? address = null) => new()
    {
        PersonId = person.Id,
        Address = address ?? person.Email,
        CreatedAt = now,
        DueAt = now,
        KeepTextUntil = now + keep,
        Subject = subject,
        Text = $"Hello {person.Name},{Environment.NewLine}{Environment.NewLine}{text}",
    };
}
