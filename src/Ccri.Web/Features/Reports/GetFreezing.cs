using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>What a coordinator looks at before a period is frozen: whose report is not there, and who keeps it from being frozen without a reason.</summary>
public static class GetFreezing
{
    [Allow(Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Open">Would be taken as it stands.</param>
    /// <param name="Submitted">Is sealed without having been approved.</param>
    public sealed record Answer(string Code, string Name, bool IsFrozen, int Revision, DateOnly CutOffOn, DateOnly Today, int Reports, IReadOnlyList<Row> Open, IReadOnlyList<Row> Submitted, IReadOnlyList<UnnamedParticipant> Unnamed)
    {
        /// <summary>Why it cannot be frozen today; empty when it can.</summary>
        public string? Objection => IsFrozen ? $"It is frozen as revision {Revision}. Reopen it first, with a reason."
            : Today < CutOffOn && Open.Count + Submitted.Count > 0 ? $"The cut-off is on {Words.Of(CutOffOn)}, {Words.Until(CutOffOn, Today)}. Until then it can be frozen once every report is approved." : null;
    }

    public sealed record Row(string Slug, string Name, ReportState State, bool IsCaptured);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.ReportingPeriods.AsNoTracking().SingleOrDefaultAsync(p => p.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Reporting period", request.Code);
            var reports = await (from r in db.TerritoryReports
                                 join t in db.Territories on r.TerritoryId equals t.Id
                                 where r.PeriodId == period.Id
                                 orderby t.SearchName, t.Id
                                 select new { t.Id, t.Slug, t.Name, r.State, IsCaptured = r.CapturedAt != null }).ToListAsync(cancellationToken);
            var rows = reports.Select(r => new Row(r.Slug, r.Name, r.State, r.IsCaptured)).ToList();
            return new Answer(period.Code, period.Name, period.IsFrozen, period.Revision, period.CutOffOn, calendar.Today, rows.Count,
                [.. rows.Where(r => r.State is not (ReportState.Submitted or ReportState.Approved))], [.. rows.Where(r => r.State == ReportState.Submitted)],
                await db.UnnamedAsync([.. reports.Select(r => r.Id)], calendar.Today, cancellationToken));
        }
    }
}
