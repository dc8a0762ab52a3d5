using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

internal static class FollowUpOwners
{
    /// <summary>Who may be given something to do: officers and coordinators who can sign in.</summary>
    public static IQueryable<Person> InOffice(this CcriDbContext db, DateOnly today) =>
        db.Persons.Where(p => p.DisabledAt == null && p.Roles.Any(r => (r.To == null || r.To >= today) && (r.Role == Role.Officer || r.Role == Role.Coordinator)));

    public static async Task RequireOwnerAsync(this CcriDbContext db, ContactAnswers answers, DateOnly today, CancellationToken cancellationToken)
    {
        if (answers.FollowUpOwnerId is { } owner && !await db.InOffice(today).AnyAsync(p => p.Id == owner, cancellationToken))
            throw Refusal.At(nameof(answers.FollowUpOwnerId), "This person cannot be given a follow-up. Choose somebody of the list.");
    }
}
