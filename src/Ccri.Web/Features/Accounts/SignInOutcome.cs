namespace Ccri.Web.Features.Accounts;

/// <summary>How far somebody got who entered a right password, or followed a link.</summary>
public enum SignInOutcome
{
    SignedIn,

    /// <summary>A code is awaited.</summary>
    NeedsSecondFactor,
}
