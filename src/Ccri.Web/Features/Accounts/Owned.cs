using System.Linq.Expressions;
using Ccri.Domain;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>
/// A kind of row that a person has to see to, beside the roles. Another kind is one line in <see cref="Kinds"/>.
/// </summary>
public sealed record Owned(string One, string? Many, Func<CcriDbContext, Guid, CancellationToken, Task<IReadOnlyList<Entity>>> OpenOfAsync, string Owner)
{
    public static readonly IReadOnlyList<Owned> Kinds =
    [
        Of<LoggedContact>("open follow-up", nameof(LoggedContact.FollowUpOwnerId), contact => contact.FollowUp != null && contact.FollowUpDoneAt == null),
    ];

    /// <param name="owner">The property that holds the person's id.</param>
    /// <param name="isOpen">What is done stays with who did it.</param>
    public static Owned Of<T>(string one, string owner, Expression<Func<T, bool>> isOpen, string? many = null) where T : Entity =>
        new(one, many, async (db, person, cancellation) => await db.Set<T>().Where(isOpen).Where(row => EF.Property<Guid?>(row, owner) == person).OrderBy(row => row.Id).ToListAsync(cancellation), owner);
}
