using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>A support activity: for whom, what it served and how that was judged. A territory contact sees of it the own territory's part.</summary>
public static class GetSupport
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="IsWhole">Whether all its territories are shown.</param>
    public sealed record Answer(SupportActivity Activity, string? Organisation, string? LoggedBy, IReadOnlyList<OfTerritory> Territories, bool IsWhole, bool MayEdit)
    {
        public IReadOnlyList<NeedLine> Needs { get; init; } = [];
        public IReadOnlyList<Exception> Exceptions { get; init; } = [];

        /// <summary>None where territories that are not shown had a part in it: a file may speak of them.</summary>
        public IReadOnlyList<FileLine> Files { get; init; } = [];
    }

    /// <param name="Days">Its share of the expert-days; empty for what is counted in hours.</param>
    public sealed record OfTerritory(Guid Id, string Slug, string Name, decimal? Days);

    public sealed record NeedLine(Guid Id, string Slug, string Territory, int Number, string Statement, NeedState State, GivenVerdict? Verdict);

    /// <summary>Given although the tier does not entitle to it.</summary>
    public sealed record Exception(string Territory, string Reason, string? Who, DateOnly On);

    public sealed class Handler(CcriDbContext db, Access access, VisibleNeeds visible, StoredFiles files, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var activity = await db.SupportActivities.AsNoTracking().Include(a => a.Territories).Include(a => a.Needs).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
                ?? throw new NotFoundException("Activity", request.Id);
            var all = activity.Territories.Select(t => t.TerritoryId).ToList();
            var territories = await access.WithVisibleWork(db.Territories).Where(t => all.Contains(t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken);
            if (territories.Count == 0)
                access.RequireReadOfWork(all[0]); // refuses, in its own words
            var shares = activity.Days is { } days ? ExpertDays.Share(days, all) : null;
            var seen = territories.ToDictionary(t => t.Id, t => new OfTerritory(t.Id, t.Slug, t.Name, shares?[t.Id]));
            return new Answer(activity, await db.Organisations.Where(o => o.Id == activity.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken),
                await db.Persons.Where(p => p.Id == activity.LoggedById).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken),
                [.. territories.Select(t => seen[t.Id])], territories.Count == all.Count, all.TrueForAll(id => access.MayEditForOffice(id)))
            {
                Needs = await NeedsAsync(activity, seen, cancellationToken),
                Exceptions = await ExceptionsAsync(activity, seen, cancellationToken),
                Files = territories.Count == all.Count ? await files.ReadAsync(FileOwner.Activity(activity.Id), cancellationToken) : [],
            };
        }

        private async Task<IReadOnlyList<NeedLine>> NeedsAsync(SupportActivity activity, Dictionary<Guid, OfTerritory> seen, CancellationToken cancellationToken)
        {
            var ids = activity.Needs.Where(s => seen.ContainsKey(s.TerritoryId)).Select(s => s.NeedId).ToList();
            var needs = await (await visible.QueryAsync(cancellationToken)).AsNoTracking().Where(n => ids.Contains(n.Id)).ToListAsync(cancellationToken);
            var verdicts = await db.LatestVerdictsAsync(db.Needs.Where(n => ids.Contains(n.Id)), cancellationToken);
            return [.. needs.Select(n => new NeedLine(n.Id, seen[n.TerritoryId].Slug, seen[n.TerritoryId].Name, n.Number, n.Statement, n.State, verdicts.GetValueOrDefault(n.Id)))
                .OrderBy(n => n.Territory, StringComparer.Ordinal).ThenBy(n => n.Number)];
        }

        private async Task<IReadOnlyList<Exception>> ExceptionsAsync(SupportActivity activity, Dictionary<Guid, OfTerritory> seen, CancellationToken cancellationToken)
        {
            var given = await db.Acceptances.AsNoTracking().Where(a => a.SubjectId == activity.Id && a.Rule == Acceptance.TierEntitlement).OrderBy(a => a.At).ThenBy(a => a.Id)
                .Select(a => new { a.TerritoryId, a.Reason, a.At, Who = db.Persons.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
            return [.. given.Where(a => a.TerritoryId is { } id && seen.ContainsKey(id)).Select(a => new Exception(seen[a.TerritoryId!.Value].Name, a.Reason, a.Who, calendar.DayOf(a.At)))];
        }
    }
}
