using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Ccri.Web.Demonstration;

/// <summary>The invented persons who are said to have done the work of the year: no names, so that nobody is taken for a real one. None of them can sign in.</summary>
internal sealed record Cast(Person Officer, Person Second, Person Coordinator, IReadOnlyDictionary<string, Person> Contacts, Person Lead)
{
    /// <summary>Territories that report by themselves; for the others an officer does.</summary>
    private static readonly string[] Reporting = ["uppsala", "helsinki-uusimaa", "gothenburg", "tampere-region", "guimaraes", "bergen"];

    /// <param name="since">UTC.</param>
    public static Cast Make(Invention invention, IEnumerable<Place> places, DateTime since)
    {
        var officer = Person("officer", Role.Officer, null);
        var second = Person("second officer", Role.Officer, null);
        var coordinator = Person("coordinator", Role.Coordinator, null);
        var contacts = places.Where(place => Reporting.Contains(place.Slug)).ToDictionary(place => place.Slug, place => Person($"contact of {place.Name}", Role.Territory, place));
        return new Cast(officer, second, coordinator, contacts, Person("lead of the working groups", Role.Lead, null));

        Person Person(string what, Role role, Place? place)
        {
            var person = invention.Add(new Person($"Illustrative {what}", $"illustrative.{(place is null ? what.Replace(' ', '.') : place.Slug)}@example.org", since));
            person.Give(invention.Add(new RoleAssignment(role, place?.Id)));
            return person;
        }
    }

    /// <summary>Accounts without a password, because no person is without one.</summary>
    public async Task JoinAsync(UserManager<Account> accounts, CcriDbContext db, CancellationToken cancellationToken)
    {
        foreach (var person in (IEnumerable<Person>)[Officer, Second, Coordinator, .. Contacts.Values, Lead])
            await accounts.CreateAsync(new Account(person.Id, person.Email));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who reports for a territory.</summary>
    public Person For(string slug) => Contacts.GetValueOrDefault(slug) ?? Officer;

    /// <summary>In which role somebody acts.</summary>
    public IReadOnlyList<ScopedRole> RolesOf(Person person, Guid territory) =>
        [person == Coordinator ? new ScopedRole(Role.Coordinator, null, null) : person == Officer || person == Second ? new ScopedRole(Role.Officer, null, null) : new ScopedRole(Role.Territory, territory, null)];
}
