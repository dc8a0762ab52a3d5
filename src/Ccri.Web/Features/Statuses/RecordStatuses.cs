using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Statuses;

/// <summary>Writes down each status that is another than the one written down last, or another's word, so that its history can be shown. Once more writes nothing.</summary>
public static class RecordStatuses
{
    [Allow]
    public sealed record Command : IRequest<string>;

    private sealed record Last(Rag? Status, bool ByPerson, Guid? PersonId);

    public sealed class Handler(CcriDbContext db, StatusReader reader, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var book = await reader.ReadAsync(db.Territories, cancellationToken);
            var newest = await db.StatusEntries.Where(e => !db.StatusEntries.Any(later => later.SubjectId == e.SubjectId && later.At > e.At)).OrderBy(e => e.Id)
                .Select(e => new { e.SubjectId, Last = new Last(e.Status, e.ByPerson, e.PersonId) }).ToListAsync(cancellationToken);
            var last = newest.GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g => g.Last().Last);
            var now = clock.GetUtcNow().UtcDateTime;
            var (first, changed) = (0, 0);
            foreach (var territory in book.Territories)
            {
                foreach (var standing in territory.All)
                {
                    var entry = standing.Entry(territory.Of.Id, book.Day, now);
                    var known = last.GetValueOrDefault(standing.Of.Id);
                    if (known == new Last(entry.Status, entry.ByPerson, entry.PersonId))
                        continue;
                    db.StatusEntries.Add(entry);
                    _ = known is null ? first++ : changed++;
                }
            }
            await db.SaveChangesAsync(cancellationToken);
            return $"{Plural.Of(changed, "change")} of status written down, {Plural.Of(first, "thing")} for the first time";
        }
    }
}
