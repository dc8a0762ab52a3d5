using System.Security.Cryptography;
using System.Text;
using Ccri.Web.Security;

namespace Ccri.Web.Data;

/// <summary>Lets somebody in once who has no authenticator at hand. Only its hash is kept: 60 random bits need no salt and no slow hash.</summary>
public sealed class RecoveryCode
{
    public const int HowMany = 10;
    private const int Letters = 12;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid AccountId { get; private set; }
    public string Hash { get; private set; } = "";

    /// <summary>A new code as it is shown: <c>k7qm-2x6d-hw4t</c>.</summary>
    public static string New()
    {
        var letters = Base32.Encode(RandomNumberGenerator.GetBytes(8))[..Letters].ToLowerInvariant();
        return string.Join('-', letters.Chunk(4).Select(four => new string(four)));
    }

    public static RecoveryCode Of(string code) => new() { Hash = HashOf(code) };

    /// <summary>However it was typed: with other letters, hyphens, spaces.</summary>
    public static string HashOf(string typed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant())));
}
