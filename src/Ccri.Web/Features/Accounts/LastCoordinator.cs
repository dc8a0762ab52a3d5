using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>There is always a coordinator from today on without an end: nobody could give roles any more otherwise.</summary>
public sealed class LastCoordinator(CcriDbContext db, ProgrammeCalendar calendar)
{
    /// <summary>To be asked after the change and before the save.</summary>
    /// <param name="person">The person who changes, with the roles.</param>
    /// <param name="next">Who takes over in the same save, with the roles as they will be.</param>
    /// <exception cref="RuleViolationException">When the person was the last one.</exception>
    public async Task RequireAnotherAsync(Person person, CancellationToken cancellationToken, Person? next = null)
    {
        var today = calendar.Today;
        var wasOne = await db.Persons.AnyAsync(p => p.Id == person.Id && p.DisabledAt == null && p.Roles.Any(r => r.Role == Role.Coordinator && r.To == null), cancellationToken);
        var isOne = IsOne(person) || next is not null && IsOne(next);
        if (wasOne && !isOne && !await db.Persons.AnyAsync(p => p.Id != person.Id && p.DisabledAt == null
                && p.Roles.Any(r => r.Role == Role.Coordinator && r.To == null && (r.From == null || r.From <= today)), cancellationToken))
            throw new RuleViolationException($"{await db.Persons.Where(p => p.Id == person.Id).Select(p => p.Email).SingleAsync(cancellationToken)} is the last coordinator: "
                + "nobody could give roles any more. Make somebody else a coordinator first.");

        bool IsOne(Person who) => who.DisabledAt is null && who.Roles.Any(r => r.Role == Role.Coordinator && r.To is null && r.IsOn(today));
    }
}
