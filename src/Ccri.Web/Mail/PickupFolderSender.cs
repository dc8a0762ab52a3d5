using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Mail;

/// <summary>Writes each mail as a file that a mail server, or a person, picks up; so a new machine runs without a mail server.</summary>
public sealed class PickupFolderSender(IOptions<MailOptions> options, Home home)
{
    public string Folder { get; } = home.Resolve(options.Value.PickupFolder);

    public void Send(MailMessage mail)
    {
        Directory.CreateDirectory(Folder);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder };
        using var message = new System.Net.Mail.MailMessage
        {
            From = new MailAddress(options.Value.From, "CCRI tracking", Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.Address)); // never the string overload, which splits at commas
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{message.From.Host}>"; // the same on every attempt, so that a second one is known as such
        client.Send(message);
    }
}
