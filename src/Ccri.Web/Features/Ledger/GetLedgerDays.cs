using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Ledger;

/// <summary>Expert-days given against those planned: by territory, by partner or by quarter, all from one book.</summary>
public static class GetLedgerDays
{
    /// <summary>In the address, for all quarters together.</summary>
    public const string Always = "all";

    /// <param name="Quarter">A code such as 2026-Q4; <see cref="Always"/> for all of them; otherwise this one.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Grouping By = Grouping.Territory, string? Quarter = null) : IRequest<Answer>;

    public enum Grouping
    {
        Territory,
        Partner,
        Quarter,
    }

    /// <param name="Quarter">Empty for all of them.</param>
    /// <param name="Given">Of all rows: the same however they are grouped.</param>
    public sealed record Answer(Grouping By, QuarterChoice? Quarter, IReadOnlyList<QuarterChoice> Quarters, IReadOnlyList<Row> Rows, decimal Given, decimal Planned);

    public sealed record QuarterChoice(string Code, string Name);

    /// <param name="Address">Where the activities are listed.</param>
    public sealed record Row(string Name, string? Address, decimal Given, decimal Planned);

    public static string Heading(Grouping by) => by switch { Grouping.Partner => "Partner", Grouping.Quarter => "Quarter", _ => "Territory" };

    public sealed class Handler(CcriDbContext db, LedgerReader ledger, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territories = await ledger.TerritoriesAsync(cancellationToken);
            var days = new DayLedger(await ledger.GivenAsync(cancellationToken), await ledger.PlannedAsync(cancellationToken), [.. territories.Select(t => t.Id)], access.SeesAllWork);
            var partners = await db.Organisations.Where(o => db.SupportActivities.Any(a => a.OrganisationId == o.Id) || db.PlannedDays.Any(p => p.OrganisationId == o.Id)).OrderBy(o => o.SearchName).ThenBy(o => o.Id)
                .Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
            var isAlways = request.By == Grouping.Quarter || string.Equals(request.Quarter, Always, StringComparison.OrdinalIgnoreCase);
            DateOnly? quarter = isAlways ? null : ReportingPeriod.QuarterOf(request.Quarter?.ToUpperInvariant())?.From ?? ExpertDayBook.QuarterOf(calendar.Today);
            var chosen = quarter is { } first ? Choice(first) : null;
            var within = chosen is null ? "" : $"&quarter={chosen.Code}";
            IEnumerable<Row> rows = request.By switch
            {
                Grouping.Partner => partners.Select(p => (p.Id, p.Name, Address: (string?)$"/support?organisation={p.Id}{within}")).Append((Guid.Empty, "Not known", null))
                    .Where(p => days.Partners.Contains(p.Item1)).Select(p => new Row(p.Item2, p.Item3, days.Given(partner: p.Item1, quarter: quarter), days.Planned(partner: p.Item1, quarter: quarter))),
                Grouping.Quarter => days.Quarters(calendar.Today).Select(q => new Row(Choice(q).Name, $"/support?quarter={Choice(q).Code}", days.Given(quarter: q), days.Planned(quarter: q))),
                _ => territories.Select(t => new Row(t.Name, $"/support?territory={t.Slug}{within}", days.Given(t.Id, quarter: quarter), days.Planned(t.Id, quarter: quarter))),
            };
            return new Answer(request.By, chosen, [.. days.Quarters(calendar.Today).Select(Choice)], [.. rows.Where(r => r.Given > 0 || r.Planned > 0)], days.Given(quarter: quarter), days.Planned(quarter: quarter));
        }

        private static QuarterChoice Choice(DateOnly quarter)
        {
            var (code, name, _) = ReportingPeriod.QuarterOf(quarter);
            return new QuarterChoice(code, name);
        }
    }
}
