using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Plans the expert-days that a partner is to give each territory within a quarter, all in one form.</summary>
public static class PlanDays
{
    /// <param name="Quarter">A code such as 2026-Q4; empty for this one.</param>
    /// <param name="Partner">Empty for the first of the partners.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string? Quarter = null, Guid? Partner = null) : IRequest<Answer>;

    /// <param name="Names">Of the territories, in the order of the rows.</param>
    /// <param name="Quarters">From the last one to a year ahead.</param>
    public sealed record Answer(Command Form, string QuarterName, IReadOnlyList<string> Names, IReadOnlyList<Choice> Partners, IReadOnlyList<Choice> Quarters, bool MayEdit);

    public sealed record Choice(string Value, string Name);

    [Allow(Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string? Quarter { get; init; }
        public Guid? Partner { get; init; }
        public Row[] Rows { get; init; } = [];
    }

    public sealed record Row
    {
        public Guid Territory { get; init; }

        /// <summary>Of the plan that the form showed; empty when there was none.</summary>
        public Guid? Version { get; init; }

        /// <summary>Empty for none.</summary>
        public decimal? Days { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quarter).Must(code => ReportingPeriod.QuarterOf(code) is not null).WithMessage("Choose a quarter.");
            RuleFor(c => c.Partner).NotNull().WithMessage("Choose a partner.");
        }
    }

    public sealed class Reader(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        private const int QuartersAhead = 4;

        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var quarter = ReportingPeriod.QuarterOf(request.Quarter?.ToUpperInvariant())?.From ?? ExpertDayBook.QuarterOf(calendar.Today);
            var partners = await db.Organisations.Where(o => db.PlannedDays.Any(p => p.OrganisationId == o.Id)
                    || db.OrganisationRoles.Any(r => r.OrganisationId == o.Id && (r.Kind == OrganisationRoleKind.ConsortiumMember || r.Kind == OrganisationRoleKind.AccompanyingPartner)))
                .OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
            var partner = partners.Find(p => p.Id == request.Partner) ?? partners.FirstOrDefault();
            var (code, name, days) = ReportingPeriod.QuarterOf(quarter);
            var planned = partner is null ? [] : await db.PlannedDays.AsNoTracking().Where(p => p.OrganisationId == partner.Id && p.Quarter == quarter).ToDictionaryAsync(p => p.TerritoryId, cancellationToken);
            var ids = planned.Keys.ToList();
            var entitled = db.Participations.Where(p => (p.From == null || p.From <= days.To) && (p.To == null || p.To >= days.From) && db.Tiers.Any(t => t.Id == p.TierId && t.IndividualSupport));
            var territories = await db.Territories.Where(t => ids.Contains(t.Id) || !t.IsPlaceholder && entitled.Any(p => p.TerritoryId == t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Name }).ToListAsync(cancellationToken);
            var rows = territories.Select(t => planned.GetValueOrDefault(t.Id) is { } plan ? new Row { Territory = t.Id, Version = plan.Version, Days = plan.Days } : new Row { Territory = t.Id });
            return new Answer(new Command { Quarter = code, Partner = partner?.Id, Rows = [.. rows] }, name, territories.ConvertAll(t => t.Name), partners.ConvertAll(p => new Choice($"{p.Id}", p.Name)),
                [.. Quarters(quarter).Select(first => ReportingPeriod.QuarterOf(first)).Select(q => new Choice(q.Code, q.Name))], user.IsSystem || user.Has(Role.Coordinator));
        }

        private IEnumerable<DateOnly> Quarters(DateOnly shown)
        {
            var now = ExpertDayBook.QuarterOf(calendar.Today);
            return Enumerable.Range(-QuartersAhead, 2 * QuartersAhead + 1).Select(n => now.AddMonths(3 * n)).Append(shown).Distinct().Order();
        }
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var (partner, quarter) = (request.Partner!.Value, ReportingPeriod.QuarterOf(request.Quarter)!.Value.From);
            if (!await db.Organisations.AnyAsync(o => o.Id == partner, cancellationToken))
                throw Refusal.At(nameof(request.Partner), "There is no such organisation. Choose one of the list.");
            var ids = request.Rows.Select(r => r.Territory).ToList();
            var there = await db.Territories.Where(t => ids.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(cancellationToken);
            var planned = await db.PlannedDays.Where(p => p.OrganisationId == partner && p.Quarter == quarter).ToDictionaryAsync(p => p.TerritoryId, cancellationToken);
            var refused = new List<ValidationFailure>();
            foreach (var (index, row) in request.Rows.DistinctBy(r => r.Territory).Index())
            {
                var saved = planned.GetValueOrDefault(row.Territory);
                if (saved?.Days == row.Days)
                    continue;
                if (!there.Contains(row.Territory))
                    refused.Add(At(index, "There is no such territory. Open the form again."));
                else if (saved?.Version != row.Version)
                    refused.Add(At(index, $"Somebody else planned {(saved is null ? "none" : Words.OfDays(saved.Days))} meanwhile. Save again to keep yours, or type theirs."));
                else
                    Plan(saved, row, partner, quarter, index, refused);
            }
            if (refused.Count > 0)
                throw new ValidationException(refused);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private void Plan(PlannedDays? saved, Row row, Guid partner, DateOnly quarter, int index, List<ValidationFailure> refused)
        {
            try
            {
                if (row.Days is not { } days)
                    db.PlannedDays.Remove(saved!); // nothing is planned any more
                else if (saved is null)
                    db.PlannedDays.Add(new PlannedDays(partner, row.Territory, quarter, days));
                else
                    saved.Plan(days);
            }
            catch (RuleViolationException rule)
            {
                refused.Add(At(index, rule.Message));
            }
        }

        private static ValidationFailure At(int index, string sentence) => new($"Rows[{index}].Days", sentence);
    }
}
