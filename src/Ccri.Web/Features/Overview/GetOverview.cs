using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>The state of the register, and of the work in it, on one page: figures, what needs somebody, where the territories lie, and the worst first.</summary>
public static class GetOverview
{
    public const int Rows = 50, HeatMapRows = 10;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="IsWhole">False for somebody who sees only the own territory: figures of the cohort would be wrong then.</param>
    /// <param name="NeedsYou">What the register lacks; only for those who can do something about it.</param>
    /// <param name="Groups">That the person leads.</param>
    /// <param name="Work">Empty for the desk, which sees of live work what was frozen.</param>
    public sealed record Answer(bool IsWhole, int Territories, IReadOnlyList<TierFigure> Tiers, int Countries, int Confirmed,
        IReadOnlyList<RegisterNeed>? NeedsYou, OwnFollowUps FollowUps, IReadOnlyList<StaleFacts> NotConfirmed, IReadOnlyList<Place> Places, IReadOnlyList<Row> Worst, Work? Work, IReadOnlyList<LedGroup> Groups);

    /// <summary>How the live work stands.</summary>
    /// <param name="Counts">Territories by how they stand.</param>
    /// <param name="Rows">The first of the heat-map.</param>
    /// <param name="Attention">Only for those who can do something about it.</param>
    public sealed record Work(IReadOnlyDictionary<Rag, int> Counts, IReadOnlyList<HeatMapRow> Rows, Attention? Attention);

    public sealed record TierFigure(string Plural, int Named, int Capacity);

    public sealed record Place(string Slug, string Name, double Latitude, double Longitude, bool IsIndividuallySupported, string Tier, bool IsConfirmed, Rag? Status);

    public sealed record Row(string Slug, string Name, string? Tier, string? CountryCode, bool IsPlaceholder, Confidence? Participation, IReadOnlyList<RegisterGap> Gaps);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatusReader statuses, AttentionReader attention, StaleFactReader facts, FollowUpReader followUps, GroupsReader groups, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        private bool CanAct => user.IsSystem || user.Has(Role.Officer, Role.Coordinator, Role.Territory);

        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = access.Visible(db.Territories);
            var records = await db.RecordsOf(visible, calendar.Today).ToListAsync(cancellationToken);
            var names = await visible.Select(t => new { t.Id, t.Slug, t.Name, t.Latitude, t.Longitude }).ToDictionaryAsync(t => t.Id, cancellationToken);
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).ToListAsync(cancellationToken);
            var (work, stands) = await WorkAsync(names.ToDictionary(n => n.Key, n => n.Value.Slug), cancellationToken);

            var worst = records.OrderByDescending(r => r.Urgency).ThenBy(r => r.SearchName, StringComparer.Ordinal).ThenBy(r => r.TerritoryId).ToList();
            return new Answer(
                access.SeesEveryTerritory,
                records.Count,
                [.. tiers.Select(t => new TierFigure(t.Plural, records.Count(r => r.Tier == t.Name && !r.IsPlaceholder), t.Capacity))],
                records.Select(r => r.CountryCode).OfType<string>().Distinct().Count(),
                records.Count(IsConfirmed),
                CanAct ? [.. RegisterNeed.Of(worst, id => (names[id].Name, names[id].Slug))] : null,
                await followUps.ReadAsync(cancellationToken),
                CanAct ? await facts.ReadAsync(visible, cancellationToken) : [],
                [.. from r in worst
                    let n = names[r.TerritoryId]
                    where n.Latitude is not null && n.Longitude is not null
                    select new Place(n.Slug, n.Name, n.Latitude!.Value, n.Longitude!.Value, r.HasIndividualSupport, r.Tier ?? "No tier", IsConfirmed(r), stands.TryGetValue(r.TerritoryId, out var status) ? status : null)],
                [.. worst.Take(Rows).Select(r => new Row(names[r.TerritoryId].Slug, names[r.TerritoryId].Name, r.Tier, r.CountryCode, r.IsPlaceholder, r.Participation, r.Gaps))],
                work,
                await groups.ReadAsync(cancellationToken));
        }

        /// <summary>For those who see the work of all they see; of several roles the wider one decides what the page is about.</summary>
        private async Task<(Work? Work, Dictionary<Guid, Rag> Stands)> WorkAsync(Dictionary<Guid, string> slugs, CancellationToken cancellationToken)
        {
            if (access.SeesEveryTerritory && !access.SeesAllWork)
                return (null, []);
            var territories = access.WithVisibleWork(db.Territories);
            var book = await statuses.ReadAsync(territories, cancellationToken);
            var codes = await db.WorkCodesAsync(territories, cancellationToken);
            var rows = await db.HeatMapAsync(book, codes, territories, calendar.Today, cancellationToken);
            var needs = CanAct ? await attention.ReadAsync(book, codes, slugs, cancellationToken) : null;
            return (new Work(rows.CountBy(r => r.Overall.Status).ToDictionary(), [.. rows.Take(HeatMapRows)], needs), rows.ToDictionary(r => r.TerritoryId, r => r.Overall.Status));
        }

        private static bool IsConfirmed(RegisterRecord record) => record.Participation is Confidence.High or Confidence.Medium;
    }
}
