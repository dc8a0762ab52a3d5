using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ccri.Web.Security;

/// <summary>The six digits that an authenticator app shows for 30 seconds: RFC 6238 with SHA-1, which every app knows.</summary>
public static class TimeCode
{
    private const int Seconds = 30;

    /// <summary>How many steps a clock may be early or late.</summary>
    private const int Drift = 1;

    public static long StepOf(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds / Seconds);

    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // what RFC 6238 and the apps ask for; as a keyed hash SHA-1 is not broken
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to, if it is one of now and later than the last one that was used; each step is tried, so that the time taken tells nothing.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string code, long? lastUsed, DateTime now)
    {
        long? match = null;
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(code));
            if (same && !(step <= lastUsed))
                match = step;
        }
        return match;
    }
}
