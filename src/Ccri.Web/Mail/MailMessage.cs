namespace Ccri.Web.Mail;

/// <summary>A mail that has been decided and must not be lost: written in the transaction of the decision, sent by the worker.</summary>
public sealed class MailMessage
{
    /// <summary>A server may be down for a day and a weekend; after that, somebody is told.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One recipient; two people get two messages.</summary>
    public required Guid PersonId { get; init; }
    public required string Address { get; set; }
    public required string Subject { get; set; }
    public required string Text { get; set; }

    /// <summary>The same with a little form; empty of mails that are plain.</summary>
    public string? Html { get; set; }

    /// <summary>The address at which one click ends mails of this kind; empty where there is nothing to end.</summary>
    public string? Unsubscribe { get; set; }

    /// <summary>A digest of reminders; what it tells of is looked at again before it goes out.</summary>
    public bool IsDigest { get; init; }

    /// <summary>The mail that it is sent again for.</summary>
    public Guid? AgainOfId { get; init; }

    /// <summary>When the text is emptied at the latest; soon where it holds a link that signs somebody in.</summary>
    public required DateTime KeepTextUntil { get; init; }

    /// <summary>UTC, as all times here.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>Until when it was not wanted, by the habits of its person, before it was tried first: from there on it is late. Empty of what could go out when it was made.</summary>
    public DateTime? HeldUntil { get; private set; }
    public Guid? Lease { get; set; }
    public DateTime? LeaseUntil { get; set; }
    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }

    /// <summary>Given up: nothing will be tried any more.</summary>
    public DateTime? FailedAt { get; set; }
    public string? Problem { get; set; }

    /// <summary>All that it told of was done before it went out; nothing is sent.</summary>
    public DateTime? DroppedAt { get; private set; }

    public void Sent(DateTime now) => (SentAt, Lease, LeaseUntil, Problem) = (now, null, null, null);

    /// <summary>Tries again later, each time twice as late but never later than two hours, and gives up <see cref="GivenUpAfter"/> after it could go out first; at once when trying again cannot help.</summary>
    public void Failed(string problem, bool isPermanent, DateTime now)
    {
        Attempts++;
        (Problem, Lease, LeaseUntil) = (problem, null, null);
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Attempts - 1, 10)));
        DueAt = now + (wait < LongestWait ? wait : LongestWait);
        if (isPermanent || now - (HeldUntil ?? CreatedAt) >= GivenUpAfter)
            FailedAt = now;
    }

    /// <summary>Not now: it is free, and looked at again at that moment (UTC).</summary>
    public void Wait(DateTime until) => (DueAt, HeldUntil, Lease, LeaseUntil) = (until, Attempts == 0 ? until : HeldUntil, null, null);

    /// <summary>Not wanted any more before it went out.</summary>
    public void Drop(DateTime now) => (DroppedAt, Lease, LeaseUntil, Text, Html) = (now, null, null, "", null);
}
