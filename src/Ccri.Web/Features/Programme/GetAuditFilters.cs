using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>What the audit can be filtered by: who and what occurs in it, and the territories.</summary>
public static class GetAuditFilters
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Choice> Persons, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Nouns);

    /// <param name="Value">As it stands in the address.</param>
    public sealed record Choice(string Value, string Name);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var persons = await db.Persons.Where(p => db.AuditRows.Any(a => a.PersonId == p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
            var principals = await db.AuditRows.Where(a => a.PersonId == null && a.Principal != null).Select(a => a.Principal!).Distinct().ToListAsync(cancellationToken);
            var territories = await db.Territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Choice(t.Slug, t.Name)).ToListAsync(cancellationToken);
            var nouns = await db.AuditRows.Select(a => a.Noun).Distinct().ToListAsync(cancellationToken);
            return new Answer(
                [.. Sorted(persons.Select(p => new Choice(p.Id.ToString(), p.Name))), .. Sorted(principals.Select(p => new Choice(p, p)))],
                territories,
                [.. Sorted(nouns.Select(n => new Choice(n, AuditWords.Noun(n))))]);
        }

        private static IEnumerable<Choice> Sorted(IEnumerable<Choice> choices) => choices.OrderBy(c => Folding.ForSearch(c.Name), StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal);
    }
}
