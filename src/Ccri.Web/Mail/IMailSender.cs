namespace Ccri.Web.Mail;

/// <summary>Brings mails out of the house: into a folder, or to a mail server. Both are real; a setting chooses.</summary>
public interface IMailSender
{
    /// <summary>Where mails go, for the health page: "Mails go to the server mail.example.org".</summary>
    string Way { get; }

    /// <summary>Whether mails could go out at all, found out without sending one.</summary>
    /// <exception cref="MailProblemException">With <see cref="MailFault.Everything"/>.</exception>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Returns when the mail is in other hands.</summary>
    /// <exception cref="MailProblemException">When it is not, or not for certain.</exception>
    Task SendAsync(MailMessage mail, CancellationToken cancellationToken);
}

/// <summary>What a failure says about this mail and the others.</summary>
public enum MailFault
{
    /// <summary>This mail will never arrive: its address is none, or the recipient's server knows nobody of that name.</summary>
    ThisMailForGood,

    /// <summary>This mail may arrive later: a full mailbox, a recipient's server that asks to come again.</summary>
    ThisMailForNow,

    /// <summary>No mail can be sent at the moment: nothing is said about this one.</summary>
    Everything,
}

/// <param name="sentence">For the log of mails and the health page.</param>
public sealed class MailProblemException(string sentence, MailFault fault, Exception? cause = null) : Exception(sentence, cause)
{
    public MailFault Fault { get; } = fault;
}
