using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>The territories, groups and sub-groups that a role can be limited to.</summary>
public static class GetScopes
{
    [Allow(Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Groups">Each with its sub-groups after it.</param>
    public sealed record Answer(IReadOnlyList<Scope> Territories, IReadOnlyList<Scope> Groups);

    /// <param name="Key">Slug or code; of a sub-group as <see cref="GroupScope"/> spells it.</param>
    public sealed record Scope(string Key, string Name);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var groups = await db.WorkingGroups.OrderBy(g => g.Code).Select(g => new { g.Id, g.Code, g.Name }).ToListAsync(cancellationToken);
            var parts = (await db.SubGroups.NotOverBy(calendar.Today).Select(s => new { s.Id, s.WorkingGroupId, s.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.WorkingGroupId);
            return new Answer(
                await db.Territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Scope(t.Slug, t.Name)).ToListAsync(cancellationToken),
                [.. groups.SelectMany(g => (Scope[])[new(g.Code, g.Name), .. parts[g.Id].OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Scope($"{new GroupKey(g.Code, s.Id)}", GroupScope.Name(g.Name, s.Name)))])]);
        }
    }
}
