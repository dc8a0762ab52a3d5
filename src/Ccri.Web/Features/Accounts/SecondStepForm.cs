namespace Ccri.Web.Features.Accounts;

/// <summary>What the form of the second step shows and carries on.</summary>
public sealed record SecondStepForm
{
    public SecondFactorModel.Form Input { get; init; } = new();

    /// <summary>A form that was sent after the sign-in had ended, sealed.</summary>
    public string? Held { get; init; }

    public string? ReturnUrl { get; init; }
}
