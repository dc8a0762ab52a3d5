using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Ccri.Web.Work;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Statuses;

/// <summary>Writes down each status that is another than the one written down last, or another's word, so that its history can be shown. Once more writes nothing.</summary>
public static class RecordStatuses
{
    [Allow]
    public sealed record Command : IRequest<JobDone>;

    private sealed record Last(Guid Id, Guid SubjectId, Rag? Status, bool ByPerson, Guid? PersonId);

    public sealed class Handler(CcriDbContext db, StatusReader reader, TimeProvider clock) : IRequestHandler<Command, JobDone>
    {
        public async Task<JobDone> Handle(Command request, CancellationToken cancellationToken)
        {
            var before = (await NewestAsync(cancellationToken)).Values.Select(last => last.Id).ToHashSet();
            var book = await reader.ReadAsync(db.Territories, cancellationToken);
            await using var held = await db.HoldAllAsync<Territory>(cancellationToken); // from here on nobody gives a status
            var newest = await NewestAsync(cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            var (first, changed) = (0, 0);
            foreach (var territory in book.Territories)
            {
                foreach (var standing in territory.All)
                {
                    var entry = standing.Entry(territory.Of.Id, book.Day, now);
                    var last = newest.GetValueOrDefault(standing.Of.Id);
                    if (last is not null && (!before.Contains(last.Id) || (last.Status, last.ByPerson, last.PersonId) == (entry.Status, entry.ByPerson, entry.PersonId)))
                        continue; // somebody spoke since it was read, and the next run sees that; or nothing is new
                    db.StatusEntries.Add(entry);
                    _ = last is null ? first++ : changed++;
                }
            }
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return new JobDone($"{Plural.Of(changed, "change")} of status written down, {Plural.Of(first, "thing")} for the first time", changed + first);
        }

        /// <summary>What was written down last of each thing.</summary>
        private async Task<Dictionary<Guid, Last>> NewestAsync(CancellationToken cancellationToken)
        {
            var newest = await db.StatusEntries.Where(e => !db.StatusEntries.Any(later => later.SubjectId == e.SubjectId && later.At > e.At)).OrderBy(e => e.Id)
                .Select(e => new Last(e.Id, e.SubjectId, e.Status, e.ByPerson, e.PersonId)).ToListAsync(cancellationToken);
            return newest.GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g => g.Last());
        }
    }
}
