using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Mail;

/// <summary>Writes each mail as a file that a mail server, or a person, picks up; so a new machine runs without a mail server.</summary>
public sealed class PickupFolderSender(IOptions<MailOptions> options, Home home) : IMailSender
{
    public string Folder { get; } = home.Resolve(options.Value.PickupFolder);

    public string Way => "Every mail becomes a file in the pickup folder";

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            var probe = Path.Combine(Folder, $".{Guid.NewGuid():N}");
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Broken(problem);
        }
    }

    public Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        using var message = OutgoingMail.Of(mail, options.Value);
        try
        {
            Directory.CreateDirectory(Folder);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder };
            client.Send(message);
            return Task.CompletedTask;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SmtpException)
        {
            throw Broken(problem);
        }
    }

    private static MailProblemException Broken(Exception problem) => new($"The pickup folder cannot be written to. {problem.Message}", MailFault.Everything, problem);
}
