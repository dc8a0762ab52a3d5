using System.Linq.Expressions;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>A kind of row that a person has to see to, beside the roles. Another kind is one line in <see cref="Kinds"/>.</summary>
/// <param name="Takers">One of these roles is needed to see to it.</param>
public sealed record Owned(string One, string? Many, IReadOnlyList<Role> Takers, Func<CcriDbContext, Guid, CancellationToken, Task<IReadOnlyList<Entity>>> OpenOfAsync, Action<Entity, Guid> HandOver)
{
    public static readonly IReadOnlyList<Owned> Kinds =
    [
        Of<LoggedContact>("open follow-up", [Role.Officer, Role.Coordinator], owner => contact => contact.FollowUpOwnerId == owner && contact.FollowUp != null && contact.FollowUpDoneAt == null,
            (contact, to) => contact.HandOver(to)),
        Of<SessionItem>("open follow-up of a session", [Role.Officer, Role.Lead, Role.Coordinator], owner => item => item.OwnerId == owner && item.Kind == ItemKind.Action && item.DoneAt == null,
            (item, to) => item.HandOver(to), "open follow-ups of sessions"),
        Of<OwnReminder>("reminder made by hand", [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory], owner => reminder => reminder.OwnerId == owner && reminder.DoneAt == null,
            (reminder, to) => reminder.HandOver(to), "reminders made by hand"),
    ];

    /// <param name="openOf">What is done stays with who did it.</param>
    private static Owned Of<T>(string one, IReadOnlyList<Role> takers, Func<Guid, Expression<Func<T, bool>>> openOf, Action<T, Guid> handOver, string? many = null) where T : Entity =>
        new(one, many, takers, async (db, owner, cancellation) => await db.Set<T>().Where(openOf(owner)).OrderBy(row => row.Id).ToListAsync(cancellation), (row, to) => handOver((T)row, to));
}
