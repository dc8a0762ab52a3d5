using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Statuses;

/// <summary>How one thing stands: what the rule says and why, what a person said instead, its parts, and its history.</summary>
public static class GetStatus
{
    public const int PageSize = 50;

    /// <param name="Page">Of the history.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(StatusKind Kind, Guid Id, int Page = 1) : IRequest<Answer>;

    /// <param name="Ruled">What the rule alone says; empty when the thing is followed no more.</param>
    /// <param name="RuledWhy">In a sentence.</param>
    /// <param name="Above">What it is a part of; empty for a territory.</param>
    /// <param name="Given">What a person said last; empty when nobody did.</param>
    public sealed record Answer(string Name, StatusPlace Place, ShownStatus Status, Rag? Ruled, string RuledWhy, Part? Above, GivenStatus? Given)
    {
        /// <summary>Those that have a status, the worst first.</summary>
        public IReadOnlyList<Part> Parts { get; init; } = [];

        /// <summary>How many more are followed no more, and count no more.</summary>
        public int PartsOut { get; init; }

        /// <summary>The newest first.</summary>
        public IReadOnlyList<Entry> History { get; init; } = [];
        public int Entries { get; init; }
        public int Page { get; init; } = 1;

        /// <summary>Of what is shown here: whoever gives it another status gives it for that (<see cref="StatusRule.FingerprintOf"/>).</summary>
        public required string Fingerprint { get; init; }

        /// <summary>Whether to show what changes it; the messages ask again.</summary>
        public bool MayGive { get; init; }
    }

    public sealed record Part(string Name, ShownStatus Status);

    /// <param name="Holds">It has lapsed otherwise.</param>
    /// <param name="Who">Empty for nobody by name.</param>
    public sealed record GivenStatus(Guid AcceptanceId, Rag Status, string Reason, DateOnly On, string? Who, bool Holds);

    /// <param name="Before">Empty for the first one, and when it had none.</param>
    /// <param name="Who">Of a person's: empty for nobody by name.</param>
    public sealed record Entry(DateOnly On, Rag? Before, Rag? Status, string Why, bool ByPerson, string? Who);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader reader) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var place = await db.StatusPlaceAsync(request.Kind, request.Id, cancellationToken);
            access.RequireReadOfWork(place.TerritoryId);
            var book = await reader.OfTerritoryAsync(place.TerritoryId, cancellationToken);
            var standing = book.Of(request.Id) ?? throw new NotFoundException(Words.Of(request.Kind), request.Id);
            var (history, entries, page) = await HistoryAsync(request, cancellationToken);
            var above = book.Territories.SelectMany(t => t.All).FirstOrDefault(s => s.Parts.Any(part => part.Of.Id == request.Id));
            var given = standing.By ?? standing.Lapsed;
            return new Answer(standing.Of.Name, place, book.Show(standing), standing.Ruled?.Status, Words.OfRule(standing), above is null ? null : Shown(above),
                given is null ? null : new GivenStatus(given.AcceptanceId, given.Status, given.Reason, given.On, book.Who(given), standing.By is not null))
            {
                Parts = [.. standing.Judged.OrderByDescending(p => Severity.Of(p.Status!.Value)).ThenByDescending(p => p.Of.Kind).ThenBy(p => p.Of.Name, StringComparer.Ordinal).Select(Shown)],
                PartsOut = standing.Parts.Count(p => p.Status is null),
                Fingerprint = StatusRule.FingerprintOf(standing.Of, book.Day, book.Overrides),
                History = history,
                Entries = entries,
                Page = page,
                MayGive = standing.Status is not null && access.MayEditForOffice(place.TerritoryId),
            };

            Part Shown(Standing of) => new(of.Of.Name, book.Show(of));
        }

        private async Task<(IReadOnlyList<Entry> Entries, int Total, int Page)> HistoryAsync(Query request, CancellationToken cancellationToken)
        {
            var all = db.StatusEntries.Where(e => e.SubjectId == request.Id);
            var total = await all.CountAsync(cancellationToken);
            var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
            var rows = await (from e in all
                              join p in db.Persons on e.PersonId equals p.Id into persons
                              from person in persons.DefaultIfEmpty()
                              orderby e.At descending, e.Id descending
                              select new { e.On, e.Status, e.Why, e.ByPerson, Who = person!.Name }).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken); // one more: what the last one was before
            return ([.. rows.Take(PageSize).Select((e, i) => new Entry(e.On, i + 1 < rows.Count ? rows[i + 1].Status : null, e.Status, e.Why, e.ByPerson, e.Who))], total, page);
        }
    }
}
