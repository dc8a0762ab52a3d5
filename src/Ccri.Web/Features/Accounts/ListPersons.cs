using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Who may sign in, with what roles, and when they last did.</summary>
public static class ListPersons
{
    [Allow(Role.Coordinator)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(string Name, string Email, IReadOnlyList<RoleRow> Roles, DateTime? LastSignInAt, DateTime? DisabledAt);

    public sealed record RoleRow(Role Role, string? Scope);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken) => await db.Persons
            .OrderBy(p => p.Email)
            .Select(p => new Row(p.Name, p.Email, p.Roles.Select(r => new RoleRow(r.Role,
                    db.Territories.Where(t => t.Id == r.TerritoryId).Select(t => t.Slug).FirstOrDefault()
                    ?? db.WorkingGroups.Where(g => g.Id == r.WorkingGroupId).Select(g => g.Code).FirstOrDefault())).ToList(),
                p.LastSignInAt, p.DisabledAt))
            .ToListAsync(cancellationToken);
    }
}
