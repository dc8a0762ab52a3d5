namespace Ccri.Domain.Accounts;

/// <summary>Somebody who may sign in. Credentials are kept elsewhere; here are the name, the address and what they may do.</summary>
public sealed class Person : Entity
{
    private readonly List<RoleAssignment> _roles = [];

    /// <exception cref="RuleViolationException">When the name or the address is missing or has the wrong shape.</exception>
    public Person(string name, string email, DateTime now)
    {
        Name = Line(name, "The name", 200);
        Email = Address(email);
        CreatedAt = now;
    }

#pragma warning disable CS8618 // read from the database
    private Person() { }
#pragma warning restore CS8618

    [Personal] public string Name { get; private set; }

    /// <summary>Lower case; unique.</summary>
    [Personal] public string Email { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; empty while the person has never signed in.</summary>
    public DateTime? LastSignInAt { get; private set; }

    /// <summary>UTC; empty while the person may sign in.</summary>
    public DateTime? DisabledAt { get; private set; }

    /// <summary>UTC; from then on only a pseudonym stands here, and what the person did keeps it as its author.</summary>
    public DateTime? ErasedAt { get; private set; }

    public IReadOnlyCollection<RoleAssignment> Roles => _roles;

    /// <summary>The address as it is compared and stored.</summary>
    /// <exception cref="RuleViolationException">When it is not one address.</exception>
    public static string Address(string? email)
    {
        var address = Line(email, "The e-mail address", 254).ToLowerInvariant();
        var at = address.IndexOf('@');
        Require(at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>'),
            $"“{address}” is not an e-mail address. It should look like name@example.org.");
        return address;
    }

    /// <exception cref="RuleViolationException">When the person holds this role with this scope already on one of its days.</exception>
    public void Give(RoleAssignment assignment)
    {
        Require(!_roles.Exists(held => held.IsSameAs(assignment) && held.Overlaps(assignment)), "The person has this role already.");
        _roles.Add(assignment);
    }

    /// <exception cref="RuleViolationException">When no name is given, or one of more than 200 characters.</exception>
    public void Rename(string? name) => Name = Line(name, "The name", 200);

    /// <exception cref="RuleViolationException">When it is not one address.</exception>
    public void MoveTo(string? email) => Email = Address(email);

    public void SignedIn(DateTime now) => LastSignInAt = now;

    /// <exception cref="RuleViolationException">When the person is disabled already.</exception>
    public void Disable(DateTime now)
    {
        Require(DisabledAt is null, "The person is disabled already.");
        DisabledAt = now;
    }

    /// <exception cref="RuleViolationException">When the person may sign in, or has been erased.</exception>
    public void Enable()
    {
        Require(ErasedAt is null, "The person has been erased. There is nobody to come back: invite them anew.");
        Require(DisabledAt is not null, "The person may sign in already.");
        DisabledAt = null;
    }

    /// <summary>Takes away the name, the address and the last sign-in; ends access and every role. What the person did stays, under the pseudonym.</summary>
    /// <param name="code">A few characters that tell this former user from others.</param>
    /// <param name="today">The last day of the roles.</param>
    /// <exception cref="RuleViolationException">When it has been done before.</exception>
    public void Erase(string code, DateOnly today, DateTime now)
    {
        Require(ErasedAt is null, "The person has been erased already.");
        (Name, Email) = ($"Former user {code}", $"former-{code}@invalid");
        (ErasedAt, DisabledAt, LastSignInAt) = (now, DisabledAt ?? now, null);
        foreach (var role in _roles.Where(r => r.To is null || r.To > today))
            role.EndOn(today);
    }
}
