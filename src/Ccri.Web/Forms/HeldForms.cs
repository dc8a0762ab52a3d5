using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Ccri.Web.Forms;

/// <summary>
/// A form that arrives after its sign-in has ended. It travels through the sign-in page as one hidden, sealed field and becomes
/// the draft of whoever signs in: nothing is stored for somebody who is not known.
/// </summary>
public sealed class HeldForms(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifespan = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Ccri.Forms.Held").ToTimeLimitedDataProtector();

    public sealed record Held(string Form, Dictionary<string, string> Fields);

    public string Seal(Held held) => _seal.Protect(JsonSerializer.Serialize(held), Lifespan);

    /// <summary>Nothing when it is too old or not ours.</summary>
    public Held? Open(string? sealedForm)
    {
        try
        {
            return string.IsNullOrEmpty(sealedForm) ? null : JsonSerializer.Deserialize<Held>(_seal.Unprotect(sealedForm));
        }
        catch (Exception refused) when (refused is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
