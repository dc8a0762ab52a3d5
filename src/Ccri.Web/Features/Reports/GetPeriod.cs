using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>One period: its days, its steps, and where each territory's report stands.</summary>
public static class GetPeriod
{
    /// <param name="State">Only reports in this state.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, ReportState? State = null) : IRequest<Answer>;

    public sealed record Answer(ListPeriods.Row Period, DateOnly Today, IReadOnlyList<Row> Rows, IReadOnlyList<Step> Steps)
    {
        /// <summary>Of all that the user may see, whatever is filtered.</summary>
        public IReadOnlyDictionary<ReportState, int> Counts => Period.Counts;

        public int Captured { get; init; }

        /// <summary>Whether to show what opens, moves, freezes and reopens; the messages ask again.</summary>
        public bool MayFreeze { get; init; }

        /// <summary>Whether the overview of all territories may be read; its message asks again.</summary>
        public bool SeesOverview { get; init; }

        /// <summary>Whether freezing is possible from its day on: the cut-off has come, or everything is approved.</summary>
        public bool IsFreezable => !Period.IsFrozen && (Today >= Period.CutOffOn || Counts.All(c => c.Key == ReportState.Approved));
    }

    /// <param name="Status">Of now; empty for what is not followed.</param>
    /// <param name="LastOn">The day of the last step.</param>
    public sealed record Row(string Slug, string Name, string? Tier, ReportState State, bool IsCaptured, Rag? Status, ReportStepKind? Last, DateOnly? LastOn);

    /// <param name="Who">Empty for nobody by name.</param>
    public sealed record Step(PeriodStepKind Kind, int Revision, string? Reason, string? Who, DateTime At);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        /// <summary>Who must act first.</summary>
        private static readonly ReportState[] WorstFirst = [ReportState.Returned, ReportState.NoData, ReportState.InProgress, ReportState.Submitted, ReportState.Approved];

        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.ReportingPeriods.AsNoTracking().SingleOrDefaultAsync(p => p.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Reporting period", request.Code);
            var today = calendar.Today;
            var found = await (from r in access.Visible(db.TerritoryReports)
                               join t in db.Territories on r.TerritoryId equals t.Id
                               where r.PeriodId == period.Id
                               select new
                               {
                                   t.Id, t.Slug, t.Name, t.SearchName, r.State, IsCaptured = r.CapturedAt != null,
                                   Tier = db.Tiers.Where(x => db.Participations.HeldOn(today).Any(p => p.TerritoryId == t.Id && p.TierId == x.Id)).OrderBy(x => x.Code).Select(x => x.Name).FirstOrDefault(),
                                   Last = db.ReportSteps.Where(s => s.ReportId == r.Id).OrderByDescending(s => s.Number).Select(s => (ReportStepKind?)s.Kind).FirstOrDefault(),
                                   LastAt = db.ReportSteps.Where(s => s.ReportId == r.Id).OrderByDescending(s => s.Number).Select(s => (DateTime?)s.At).FirstOrDefault(),
                               }).ToListAsync(cancellationToken);
            var ids = found.Select(f => f.Id).ToList();
            var book = await statuses.ReadAsync(access.WithVisibleWork(db.Territories).Where(t => ids.Contains(t.Id)), cancellationToken);
            var head = new ListPeriods.Row(period.Code, period.Name, period.From, period.To, period.OpensOn, period.CutOffOn, period.DeadlineOn, period.IsFrozen, period.Revision, period.FrozenAt is { } at ? calendar.DayOf(at) : null)
            {
                Counts = found.GroupBy(f => f.State).ToDictionary(g => g.Key, g => g.Count()),
            };
            var rows = from f in found
                       where request.State is null || f.State == request.State
                       let status = book.Of(f.Id)?.Status
                       orderby Array.IndexOf(WorstFirst, f.State), status is { } known ? -Severity.Of(known) : 1, f.SearchName, f.Id
                       select new Row(f.Slug, f.Name, f.Tier, f.State, f.IsCaptured, status, f.Last, f.LastAt is { } last ? calendar.DayOf(last) : null);
            return new Answer(head, today, [.. rows], await StepsAsync(period.Id, cancellationToken)) { Captured = found.Count(f => f.IsCaptured), MayFreeze = user.IsSystem || user.Has(Role.Coordinator), SeesOverview = access.SeesAllWork };
        }

        /// <summary>The newest first.</summary>
        private async Task<IReadOnlyList<Step>> StepsAsync(Guid period, CancellationToken cancellationToken)
        {
            var steps = await (from s in db.PeriodSteps
                               join p in db.Persons on s.PersonId equals p.Id into persons
                               from person in persons.DefaultIfEmpty()
                               where s.PeriodId == period
                               orderby s.At descending, s.Id descending
                               select new { s.Kind, s.Revision, s.Reason, Who = person!.Name, s.At }).ToListAsync(cancellationToken);
            return [.. steps.Select(s => new Step(s.Kind, s.Revision, s.Reason, s.Who, calendar.Local(s.At)))];
        }
    }
}
