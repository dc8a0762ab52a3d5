using System.Security.Cryptography;
using System.Text;

namespace Ccri.Domain.Reminders;

/// <summary>A calendar that a program reads by a secret address, as the person who made it: of what is due and when the groups meet, or of one group only. Revoked, the address finds nothing.</summary>
public sealed class CalendarFeed : Entity
{
    /// <param name="now">UTC.</param>
    public CalendarFeed(Guid personId, Guid? workingGroupId, string token, DateTime now) =>
        (PersonId, WorkingGroupId, TokenHash, CreatedAt) = (personId, workingGroupId, HashOf(token), now);

#pragma warning disable CS8618 // read from the database
    private CalendarFeed() { }
#pragma warning restore CS8618

    public Guid PersonId { get; private set; }

    /// <summary>Empty: all that the person has to see to.</summary>
    public Guid? WorkingGroupId { get; private set; }

    /// <summary>Of the secret part of the address, which is shown once and kept nowhere; unique.</summary>
    public string TokenHash { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; of the last time that a program read it.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>UTC; empty while it works.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>A new secret: 32 random bytes, fit for an address.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>At most once an hour, so that reading does not become writing.</summary>
    public void Read(DateTime now)
    {
        if (ReadAt is null || now - ReadAt > TimeSpan.FromHours(1))
            ReadAt = now;
    }

    /// <summary>Once more changes nothing.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
