namespace Ccri.Web.Features.Reports;

public enum VerifyOutcome
{
    /// <summary>Issued here; its facts are ours, and rendered again it is the same.</summary>
    Identical,

    /// <summary>Issued here; the renderer has changed since, or is not there.</summary>
    NotRenderedAgain,

    /// <summary>Issued here, but what is kept of it is not what it was made from.</summary>
    NotReproduced,

    NotIssued,

    /// <summary>It names or holds facts of ours, but it is none of our files.</summary>
    Changed,
}

/// <param name="Sentence">What to tell a person.</param>
/// <param name="Sha256">Of the file that was looked at.</param>
public sealed record Verified(VerifyOutcome Outcome, string Sentence, string Sha256)
{
    /// <summary>Empty when it is not known here, and for who may not see it.</summary>
    public VerifiedFile? File { get; init; }

    public bool IsSound => Outcome is VerifyOutcome.Identical or VerifyOutcome.NotRenderedAgain;
}

/// <param name="IssuedAt">UTC; the freezing.</param>
/// <param name="IsSuperseded">Whether a later revision of the period was issued.</param>
public sealed record VerifiedFile(string Period, int Revision, string Name, DateTime IssuedAt, bool IsSuperseded);
