using Ccri.Web.Mail;

namespace Ccri.Web.Features.Reminders;

/// <summary>How far a mail is.</summary>
public enum MailStanding
{
    OnItsWay,
    Sent,
    GivenUp,

    /// <summary>All that it told of was done before it went out.</summary>
    Dropped,
}

public static class MailStandings
{
    public static MailStanding Of(MailMessage mail) => mail switch
    {
        { SentAt: not null } => MailStanding.Sent,
        { FailedAt: not null } => MailStanding.GivenUp,
        { DroppedAt: not null } => MailStanding.Dropped,
        _ => MailStanding.OnItsWay,
    };

    /// <summary>Only those are shown and sent again; the others are about somebody's access.</summary>
    public static bool IsOfReminders(MailMessage mail) => mail.IsDigest || mail.AgainOfId is not null;

    public static string Words(MailStanding standing) => standing switch
    {
        MailStanding.OnItsWay => "On its way",
        MailStanding.GivenUp => "Given up",
        MailStanding.Dropped => "Not sent, because nothing was left to say",
        _ => "Sent",
    };
}
