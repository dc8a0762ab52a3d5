using Ccri.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Ccri.Web.Data;

/// <summary>The credentials of a <see cref="Domain.Accounts.Person"/>, under the same key; nothing else about the person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    private readonly List<RecoveryCode> _recoveryCodes = [];

    public Account(Guid personId, string email)
    {
        Id = personId;
        UserName = Email = email;
        EmailConfirmed = true; // the link that sets the first password is sent to it
    }

    private Account() { }

    /// <summary>What the authenticator app has been given, in Base32; empty without a second factor.</summary>
    public string? CodeKey { get; private set; }

    /// <summary>The time step of the last code that was let in: no code of it or of an earlier one is let in again.</summary>
    public long? LastCodeStep { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RecoveryCodesMadeAt { get; private set; }

    /// <summary>Those not used yet.</summary>
    public IReadOnlyCollection<RecoveryCode> RecoveryCodes => _recoveryCodes;

    /// <summary>Asks for a code of this key from now on. False when <paramref name="code"/> shows that the app has another key, or the clock is wrong.</summary>
    public bool TrySetSecondFactor(string key, string code, DateTime now)
    {
        if (TimeCode.Match(Base32.Decode(key), Digits(code), null, now) is not { } step)
            return false;
        (CodeKey, LastCodeStep, TwoFactorEnabled) = (key, step, true);
        EndOtherSessions();
        return true;
    }

    /// <summary>Whether a code of the app, or a recovery code, lets the person in. Each does so once. The recovery codes must have been read.</summary>
    public bool TryUse(string code, DateTime now)
    {
        if (CodeKey is null)
            return false;
        ConcurrencyStamp = Guid.NewGuid().ToString(); // of two who use one code at the same moment, the second save is refused
        if (TimeCode.Match(Base32.Decode(CodeKey), Digits(code), LastCodeStep, now) is { } step)
        {
            LastCodeStep = step;
            return true;
        }
        var hash = RecoveryCode.HashOf(code);
        return _recoveryCodes.RemoveAll(c => c.Hash == hash) > 0;
    }

    /// <summary>Ten new recovery codes; the earlier ones no longer count.</summary>
    public IReadOnlyList<string> RenewRecoveryCodes(DateTime now)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.HowMany).Select(_ => RecoveryCode.New())];
        _recoveryCodes.Clear();
        _recoveryCodes.AddRange(codes.Select(RecoveryCode.Of));
        (RecoveryCodesMadeAt, ConcurrencyStamp) = (now, Guid.NewGuid().ToString());
        return codes;
    }

    public void TakeOffSecondFactor()
    {
        (CodeKey, LastCodeStep, RecoveryCodesMadeAt, TwoFactorEnabled) = (null, null, null, false);
        _recoveryCodes.Clear();
        EndOtherSessions();
    }

    /// <param name="normalized">As Identity compares addresses.</param>
    public void MoveTo(string email, string normalized)
    {
        (UserName, Email, NormalizedUserName, NormalizedEmail) = (email, email, normalized, normalized);
        EndOtherSessions(); // and the links that were sent to the old address
    }

    private void EndOtherSessions() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());

    /// <summary>Apps show two groups of three; what is no code of an app becomes nothing, which fits no step.</summary>
    private static string Digits(string code) => code.Replace(" ", "", StringComparison.Ordinal) is { Length: 6 } digits && digits.All(char.IsAsciiDigit) ? digits : "";
}
