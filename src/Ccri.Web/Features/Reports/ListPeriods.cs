using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The reporting periods, the newest first. Who does not see live work sees those that were frozen.</summary>
public static class ListPeriods
{
    public const int PageSize = 20;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(int Page = 1) : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, DateOnly Today)
    {
        public bool MayOpen { get; init; }

        /// <summary>Whether a period leads to its page; else to its files.</summary>
        public bool SeesWork { get; init; }
    }

    /// <param name="FrozenOn">Of the last revision.</param>
    public sealed record Row(string Code, string Name, DateOnly From, DateOnly To, DateOnly OpensOn, DateOnly CutOffOn, DateOnly DeadlineOn, bool IsFrozen, int Revision, DateOnly? FrozenOn)
    {
        /// <summary>Territories that the user may see, by the state of their report.</summary>
        public IReadOnlyDictionary<ReportState, int> Counts { get; init; } = new Dictionary<ReportState, int>();

        /// <summary>"open until 15 Jan 2027, in 54 days": until its cut-off.</summary>
        public string StateOn(DateOnly today) => this switch
        {
            { IsFrozen: true } => $"frozen as revision {Revision} on {Words.Of(FrozenOn!.Value)}",
            { Revision: > 0 } => $"reopened after revision {Revision}",
            _ when today < OpensOn => $"opens on {Words.Of(OpensOn)}, {Words.Until(OpensOn, today)}",
            _ when today <= CutOffOn => $"open until {Words.Of(CutOffOn)}, {Words.Until(CutOffOn, today)}",
            _ => $"cut-off was {Words.Of(CutOffOn)}, {Words.Until(CutOffOn, today)}",
        };
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var seesWork = access.SeesAllWork || user.Has(Role.Territory);
            var all = db.ReportingPeriods.Where(p => seesWork || p.Revision > 0);
            var total = await all.CountAsync(cancellationToken);
            var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
            var periods = await all.OrderByDescending(p => p.To).ThenByDescending(p => p.From).ThenBy(p => p.Code).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(p => new { p.Id, p.Code, p.Name, p.From, p.To, p.OpensOn, p.CutOffOn, p.DeadlineOn, p.IsFrozen, p.Revision, p.FrozenAt }).ToListAsync(cancellationToken);
            var ids = periods.Select(p => p.Id).ToList();
            var counts = (await access.Visible(db.TerritoryReports).Where(r => ids.Contains(r.PeriodId)).GroupBy(r => new { r.PeriodId, r.State }).Select(g => new { g.Key.PeriodId, g.Key.State, Count = g.Count() })
                .ToListAsync(cancellationToken)).ToLookup(c => c.PeriodId);
            return new Answer([.. periods.Select(p => new Row(p.Code, p.Name, p.From, p.To, p.OpensOn, p.CutOffOn, p.DeadlineOn, p.IsFrozen, p.Revision, p.FrozenAt is { } at ? calendar.DayOf(at) : null)
            {
                Counts = counts[p.Id].ToDictionary(c => c.State, c => c.Count),
            })], total, page, calendar.Today) { MayOpen = user.IsSystem || user.Has(Role.Coordinator), SeesWork = seesWork };
        }
    }
}
