using Ccri.Domain.Accounts;

namespace Ccri.Web.Security;

/// <summary>One role of whoever is asking, with its scope.</summary>
/// <param name="SubGroupId">The one sub-group of the working group; empty: the whole group.</param>
public sealed record ScopedRole(Role Role, Guid? TerritoryId, Guid? WorkingGroupId, Guid? SubGroupId = null);

/// <summary>Who is asking, and through which door: a person behind a page or the API, or a job or the command line under its own name.</summary>
public sealed class CurrentUser
{
    public Door Door { get; private set; } = Door.Page;
    public Guid? PersonId { get; private set; }

    /// <summary>Name of the person, of the job, or "command line"; empty while nobody is signed in.</summary>
    public string Name { get; private set; } = "";
    public IReadOnlyList<ScopedRole> Roles { get; private set; } = [];

    /// <summary>The key of the form that is being sent; the first save keeps it, so that the same form cannot be saved twice.</summary>
    public Guid? Submission { get; private set; }

    public bool IsSystem => Door is Door.Job or Door.CommandLine;
    public bool IsSignedIn => PersonId is not null || IsSystem;

    public bool Has(params IEnumerable<Role> roles) => Roles.Any(r => roles.Contains(r.Role));

    public void ActAs(Guid personId, string name, IReadOnlyList<ScopedRole> roles, Door door = Door.Page) =>
        (PersonId, Name, Roles, Door) = (personId, name, roles, door);

    public void Submit(Guid key) => Submission = key;

    public void ActAsJob(string name) => (Name, Door) = (name, Door.Job);
    public void ActAsCommandLine() => (Name, Door) = ("command line", Door.CommandLine);
    public void ComeThrough(Door door) => Door = door;
}
