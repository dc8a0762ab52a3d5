using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>One series: what it measures, from where to where, how it stands, and its values with everything that was corrected in them.</summary>
public static class GetSeries
{
    public const int PageSize = 50;

    /// <summary>Values that hold no more are folded; of very many the newest are shown, and the audit has them all.</summary>
    public const int MostEnded = 100;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid Id, int Page = 1) : IRequest<Answer>;

    /// <param name="Expected">Where the straight way from the baseline to the target is today.</param>
    /// <param name="Values">Those that hold, newest first, of one page.</param>
    /// <param name="Ended">Those that were corrected or withdrawn, the newest first.</param>
    public sealed record Answer(SeriesHead Head, Definition Indicator, SeriesRow Series, ShownStatus? Status, decimal? Expected, IReadOnlyList<ShownValue> Values, int Page, int Total, IReadOnlyList<EndedValue> Ended, int TotalEnded)
    {
        public bool MayEdit { get; init; }

        /// <summary>Nobody enters its values.</summary>
        public bool IsComputed { get; init; }
        public SourceLine? Source { get; init; }
    }

    public sealed record ShownValue(Guid Id, DateOnly On, decimal Value, string Source, ObservationQuality Quality, string? Remark, string? Who, DateTime At);

    /// <param name="Successor">The value that took its place; empty when it was withdrawn.</param>
    public sealed record EndedValue(ShownValue Value, DateTime At, string? Who, string? Reason, decimal? Successor);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var row = (await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.Id == request.Id), calendar.Today, cancellationToken)).SingleOrDefault() ?? throw new NotFoundException("Series", request.Id);
            access.RequireReadOfSeries(row.TerritoryId);
            var indicator = await db.Indicators.AsNoTracking().SingleAsync(i => i.Id == row.IndicatorId, cancellationToken);
            var status = row is { Target: not null, TerritoryId: { } territory } ? (await statuses.OfTerritoryAsync(territory, cancellationToken)).Show(row.Id) : null;
            var expected = row is { Target: { } target, TargetOn: { } targetOn } ? TargetProgress.Expected(row.Baseline, row.BaselineOn, target, targetOn, calendar.Today) : null;
            var page = Math.Clamp(request.Page, 1, Math.Max(1, (row.Values.Count + PageSize - 1) / PageSize));
            var own = db.Observations.Where(o => o.SeriesId == row.Id);
            var values = await (from o in own.Where(o => o.EndedAt == null)
                                join p in db.Persons on o.RecordedById equals p.Id into persons
                                from person in persons.DefaultIfEmpty()
                                orderby o.On descending, o.Id descending
                                select new ShownValue(o.Id, o.On, o.Value, o.Source, o.Quality, o.Remark, person!.Name, o.RecordedAt)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var ended = await (from o in own.Where(o => o.EndedAt != null)
                               join p in db.Persons on o.RecordedById equals p.Id into persons
                               from person in persons.DefaultIfEmpty()
                               join e in db.Persons on o.EndedById equals e.Id into enders
                               from ender in enders.DefaultIfEmpty()
                               join s in db.Observations on o.Id equals s.SupersedesId into successors
                               from successor in successors.DefaultIfEmpty()
                               orderby o.EndedAt descending, o.Id descending
                               select new EndedValue(new ShownValue(o.Id, o.On, o.Value, o.Source, o.Quality, o.Remark, person!.Name, o.RecordedAt), o.EndedAt!.Value, ender!.Name, o.EndReason, (decimal?)successor!.Value))
                               .Take(MostEnded).ToListAsync(cancellationToken);
            return new Answer(await db.HeadAsync(row.Id, cancellationToken), Definition.Of(indicator), row, status, expected, values, page, row.Values.Count, ended,
                ended.Count < MostEnded ? ended.Count : await own.CountAsync(o => o.EndedAt != null, cancellationToken))
            {
                MayEdit = access.MayEditSeries(row.TerritoryId),
                IsComputed = ComputedIndicators.Contains(row.Code),
                Source = SourceLine.Of((await db.NotesOf([row.Id], cancellationToken)).GetValueOrDefault(row.Id), calendar),
            };
        }
    }
}
