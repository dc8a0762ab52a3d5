using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Support activities by filter, a page at a time, the newest first. Of a shared one a territory contact sees the own territory and its share.</summary>
public static class ListSupport
{
    public const int PageSize = 50;

    /// <param name="Q">Part of what it was about, of the experts' or the organisation's name; accents do not matter.</param>
    /// <param name="Territory">A territory's address.</param>
    /// <param name="Serves">Whether it served a need.</param>
    /// <param name="IsException">Given although a tier does not entitle to it, or not.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Q = null, ActivityType? Type = null, string? Territory = null, Guid? Organisation = null, DateOnly? From = null, DateOnly? To = null, bool? Serves = null, bool? IsException = null,
        SortBy Sort = SortBy.On, bool Descending = true, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Title,
        On,
        Type,
        Territories,
        Organisation,
        Days,
        Hours,
        Participants,
        Needs,
        Satisfaction,
    }

    /// <param name="Days">Of all that were found, each activity once.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size, decimal Days, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Organisations);

    public sealed record Choice(string Value, string Name);

    public sealed record Row(Guid Id, ActivityType Type, string Title, DateOnly On, DateOnly? Until, string? Organisation, string? Expert, decimal? Hours, int? Participants, decimal? Satisfaction)
    {
        public IReadOnlyList<Choice> Territories { get; init; } = [];

        /// <summary>The share of the territories that are shown: of whom sees all of them, the whole.</summary>
        public decimal? Days { get; init; }

        /// <summary>How many needs it served.</summary>
        public int Needs { get; init; }
        public bool IsException { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = access.Visible(db.ActivityTerritories);
            var names = await access.WithVisibleWork(db.Territories).Where(t => visible.Any(a => a.TerritoryId == t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, Choice = new Choice(t.Slug, t.Name) }).ToListAsync(cancellationToken);
            var givers = await db.Organisations.Where(o => db.SupportActivities.Any(a => a.OrganisationId == o.Id && visible.Any(t => t.ActivityId == a.Id))).OrderBy(o => o.SearchName).ThenBy(o => o.Id)
                .Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
            var rows = Found(await RowsAsync(Matching(visible, request), names.Select((n, order) => (n.Id, n.Choice, order)).ToDictionary(n => n.Id, n => (n.Choice, n.order)), cancellationToken), request.Q);
            var sorted = SupportColumns.Of(request.Sort).Order is { } key ? rows.SortedBy(key, request.Descending).ToList() : rows;
            var page = Math.Min(request.Page, Math.Max(1, (sorted.Count + request.Size - 1) / request.Size));
            return new Answer([.. sorted.Skip((page - 1) * request.Size).Take(request.Size)], sorted.Count, page, request.Size, sorted.Sum(r => r.Days ?? 0), [.. names.Select(n => n.Choice)], givers.ConvertAll(o => new Choice($"{o.Id}", o.Name)));
        }

        private IQueryable<SupportActivity> Matching(IQueryable<ActivityTerritory> visible, Query request)
        {
            var (served, exceptions) = (access.Visible(db.ServedNeeds), Exceptions(visible));
            var found = db.SupportActivities.AsNoTracking().Where(a => visible.Any(t => t.ActivityId == a.Id));
            if (request.Type is { } type)
                found = found.Where(a => a.Type == type);
            if (!string.IsNullOrEmpty(request.Territory))
                found = found.Where(a => visible.Any(t => t.ActivityId == a.Id && db.Territories.Any(of => of.Id == t.TerritoryId && of.Slug == request.Territory)));
            if (request.Organisation is { } organisation)
                found = found.Where(a => a.OrganisationId == organisation);
            if (request.From is { } from)
                found = found.Where(a => a.On >= from);
            if (request.To is { } to)
                found = found.Where(a => a.On <= to);
            if (request.Serves is { } serves)
                found = found.Where(a => served.Any(s => s.ActivityId == a.Id) == serves);
            if (request.IsException is { } exception)
                found = found.Where(a => exceptions.Any(t => t.ActivityId == a.Id) == exception);
            return found;
        }

        private IQueryable<ActivityTerritory> Exceptions(IQueryable<ActivityTerritory> visible) =>
            visible.Where(t => db.Acceptances.Any(given => given.SubjectId == t.ActivityId && given.TerritoryId == t.TerritoryId && given.Rule == Acceptance.TierEntitlement));

        /// <summary>The newest first. Shares are worked out from all territories of an activity, also those that are not shown.</summary>
        private async Task<List<Row>> RowsAsync(IQueryable<SupportActivity> found, Dictionary<Guid, (Choice Choice, int Order)> names, CancellationToken cancellationToken)
        {
            var territories = (await db.ActivityTerritories.Where(t => found.Any(a => a.Id == t.ActivityId)).Select(t => new { t.ActivityId, t.TerritoryId }).ToListAsync(cancellationToken)).ToLookup(t => t.ActivityId, t => t.TerritoryId);
            var served = (await access.Visible(db.ServedNeeds).Where(s => found.Any(a => a.Id == s.ActivityId)).Select(s => s.ActivityId).ToListAsync(cancellationToken)).CountBy(id => id).ToDictionary();
            var exceptions = (await Exceptions(access.Visible(db.ActivityTerritories)).Select(t => t.ActivityId).ToListAsync(cancellationToken)).ToHashSet();
            var rows = await found.OrderByDescending(a => a.On).ThenByDescending(a => a.Id)
                .Select(a => new { Row = new Row(a.Id, a.Type, a.Title, a.On, a.Until, db.Organisations.Where(o => o.Id == a.OrganisationId).Select(o => o.Name).FirstOrDefault(), a.Expert, a.Hours, a.Participants, a.Satisfaction), a.Days }).ToListAsync(cancellationToken);
            return rows.ConvertAll(r => r.Row with
            {
                Territories = [.. territories[r.Row.Id].Where(names.ContainsKey).OrderBy(id => names[id].Order).Select(id => names[id].Choice)],
                Days = r.Days is { } days ? ExpertDays.Share(days, territories[r.Row.Id]).Where(share => names.ContainsKey(share.Key)).Sum(share => share.Value) : null,
                Needs = served.GetValueOrDefault(r.Row.Id),
                IsException = exceptions.Contains(r.Row.Id),
            });
        }

        /// <summary>No database folds accents, and activities are few enough to fold here.</summary>
        private static List<Row> Found(List<Row> rows, string? q)
        {
            if (string.IsNullOrWhiteSpace(q))
                return rows;
            var folded = Folding.ForSearch(q.Trim());
            return rows.FindAll(r => new[] { r.Title, r.Organisation, r.Expert }.OfType<string>().Any(text => Folding.ForSearch(text).Contains(folded, StringComparison.Ordinal)));
        }
    }
}
