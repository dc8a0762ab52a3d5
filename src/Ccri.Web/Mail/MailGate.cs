namespace Ccri.Web.Mail;

/// <summary>Whether mails can go out, as far as is known.</summary>
/// <param name="Problem">A sentence; empty when they can.</param>
/// <param name="At">UTC; since when that is known.</param>
/// <param name="NextTry">UTC; nothing is sent before it.</param>
public sealed record MailState(string? Problem, DateTime At, DateTime? NextTry = null)
{
    public bool IsOpen => Problem is null;
}

/// <summary>
/// Lets mails out of this process only while the way is known to work: it is tried at the start and after each failure that concerns them all,
/// so that a server that is down for a day costs no mail an attempt, and gets no storm when it is back.
/// </summary>
public sealed class MailGate(IMailSender sender, TimeProvider clock, ILogger<MailGate> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private int _failures;

    /// <summary>Empty until the first trial.</summary>
    public MailState? State { get; private set; }

    public string Way => sender.Way;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Tries the way where it has failed and it is time again. The worker of the outbox asks, and whoever runs it by hand: two at once try twice.</summary>
    public async Task<MailState> TryAsync(CancellationToken cancellationToken)
    {
        if (State is { IsOpen: true } || State?.NextTry > Now)
            return State;
        try
        {
            await sender.CheckAsync(cancellationToken);
            log.LogInformation("Mail can be sent. {Way}", sender.Way);
            return State = new MailState(null, Now);
        }
        catch (MailProblemException problem)
        {
            return Shut(problem.Message);
        }
    }

    /// <summary>Nothing goes out until a trial has succeeded; the waits grow until a mail has gone out.</summary>
    public MailState Shut(string problem)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(_failures++, 10)));
        log.LogWarning("No mail can be sent: {Problem}", problem);
        return State = new MailState(problem, Now, Now + (wait < LongestWait ? wait : LongestWait));
    }

    /// <summary>A mail has gone out.</summary>
    public void Passed() => _failures = 0;
}
