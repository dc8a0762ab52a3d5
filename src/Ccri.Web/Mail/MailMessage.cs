namespace Ccri.Web.Mail;

/// <summary>A mail that has been decided and must not be lost: written in the transaction of the decision, sent by the worker.</summary>
public sealed class MailMessage
{
    public const int MaxAttempts = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One recipient; two people get two messages.</summary>
    public required Guid PersonId { get; init; }
    public required string Address { get; set; }
    public required string Subject { get; set; }
    public required string Text { get; set; }

    /// <summary>When the text is emptied at the latest; soon where it holds a link that signs somebody in.</summary>
    public required DateTime KeepTextUntil { get; init; }

    /// <summary>UTC, as all times here.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public required DateTime DueAt { get; set; }
    public Guid? Lease { get; set; }
    public DateTime? LeaseUntil { get; set; }
    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }

    /// <summary>Given up: nothing will be tried any more.</summary>
    public DateTime? FailedAt { get; set; }
    public string? Problem { get; set; }

    public void Sent(DateTime now) => (SentAt, Lease, LeaseUntil, Problem) = (now, null, null, null);

    /// <summary>Tries again later, each time twice as late, and gives up after <see cref="MaxAttempts"/>.</summary>
    public void Failed(string problem, DateTime now)
    {
        Attempts++;
        (Problem, Lease, LeaseUntil) = (problem, null, null);
        DueAt = now.AddMinutes(Math.Pow(2, Attempts - 1));
        if (Attempts >= MaxAttempts)
            FailedAt = now;
    }
}
