using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Ledger;

/// <summary>Who gets the office's attention: how evenly it is spread within each tier over the last twelve months, who is left behind, who is quiet, and what was given by exception.</summary>
public static class GetAttention
{
    private const int Months = 12;

    /// <summary>Contacts are working notes of the office, so a territory does not see how it compares.</summary>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(DateOnly From, DateOnly To, IReadOnlyList<OfTier> Tiers, IReadOnlyList<Quiet> Quiet, int QuietAfterDays, IReadOnlyList<Exception> Exceptions);

    /// <param name="Rows">Every territory of the tier, the least attended first.</param>
    /// <param name="Most">Of activities and contacts, for the bars.</param>
    public sealed record OfTier(string Name, AttentionBalance Balance, IReadOnlyList<Row> Rows, int Most);

    public sealed record Row(string Slug, string Name, Attention Attention, bool IsLeftBehind)
    {
        public int Touches => Attention.Activities + Attention.Contacts;
    }

    /// <param name="Days">Since the last contact; empty when none was logged.</param>
    public sealed record Quiet(string Slug, string Name, DateOnly? Last, int? Days);

    public sealed record Exception(Guid ActivityId, string Title, DateOnly On, ActivityType Type, string Territory, string Slug, string Reason, string? Who);

    public sealed class Handler(CcriDbContext db, LedgerReader ledger, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (from, to) = (calendar.Today.AddMonths(-Months).AddDays(1), calendar.Today);
            var named = await db.Territories.Where(t => !t.IsPlaceholder).Select(t => t.Id).ToListAsync(cancellationToken);
            var territories = (await ledger.TerritoriesAsync(cancellationToken)).Where(t => t.Tier is not null && named.Contains(t.Id)).ToList();
            var activities = (await db.ActivityTerritories.Where(t => db.SupportActivities.Any(a => a.Id == t.ActivityId && a.On >= from && a.On <= to)).Select(t => t.TerritoryId).ToListAsync(cancellationToken)).CountBy(id => id).ToDictionary();
            var contacts = (await db.LoggedContacts.Where(c => c.On >= from && c.On <= to).Select(c => c.TerritoryId).ToListAsync(cancellationToken)).CountBy(id => id).ToDictionary();
            var days = new ExpertDayBook((await ledger.GivenAsync(cancellationToken)).Where(g => g.On >= from && g.On <= to)).ByTerritory;
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new { t.Code, t.Plural }).ToListAsync(cancellationToken);
            return new Answer(from, to, [.. from tier in tiers
                                            let of = territories.Where(t => t.Tier == tier.Code).ToList()
                                            where of.Count > 0
                                            select Balanced(tier.Plural, of, id => new Attention(id, activities.GetValueOrDefault(id), days.GetValueOrDefault(id), contacts.GetValueOrDefault(id)))],
                await QuietAsync(cancellationToken), calendar.Today.DayNumber - calendar.QuietBefore.DayNumber, await ExceptionsAsync(cancellationToken));
        }

        private static OfTier Balanced(string name, List<LedgerTerritory> territories, Func<Guid, Attention> attentionOf)
        {
            var all = territories.ConvertAll(t => (Territory: t, Attention: attentionOf(t.Id)));
            var balance = AttentionBalance.Of([.. all.Select(a => a.Attention)]);
            var behind = balance.LeftBehind.Select(a => a.TerritoryId).ToHashSet();
            var rows = all.ConvertAll(a => new Row(a.Territory.Slug, a.Territory.Name, a.Attention, behind.Contains(a.Territory.Id)));
            return new OfTier(name, balance, [.. rows.OrderBy(r => r.Touches).ThenBy(r => r.Attention.Days).ThenBy(r => r.Slug, StringComparer.Ordinal)], rows.Max(r => r.Touches));
        }

        private async Task<IReadOnlyList<Quiet>> QuietAsync(CancellationToken cancellationToken)
        {
            var quiet = await db.QuietOf(db.Territories, calendar).OrderBy(t => t.SearchName).ThenBy(t => t.Id)
                .Select(t => new { t.Slug, t.Name, Last = db.LoggedContacts.Where(c => c.TerritoryId == t.Id).Max(c => (DateOnly?)c.On) }).ToListAsync(cancellationToken);
            return [.. quiet.Select(q => new Quiet(q.Slug, q.Name, q.Last, q.Last is { } last ? calendar.Today.DayNumber - last.DayNumber : null)).OrderByDescending(q => q.Days ?? int.MaxValue)];
        }

        private async Task<IReadOnlyList<Exception>> ExceptionsAsync(CancellationToken cancellationToken)
        {
            var given = await (from e in db.Acceptances.Where(e => e.Rule == Acceptance.TierEntitlement)
                               join a in db.SupportActivities on e.SubjectId equals a.Id
                               join t in db.Territories on e.TerritoryId equals t.Id
                               orderby a.On descending, e.At descending, e.Id
                               select new { a.Id, a.Title, a.On, a.Type, Territory = t.Name, t.Slug, e.Reason, Who = db.Persons.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
            return given.ConvertAll(e => new Exception(e.Id, e.Title, e.On, e.Type, e.Territory, e.Slug, e.Reason, e.Who));
        }
    }
}
