using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>How the territories of the cohort stand, with their plans, solutions and indicators; worst first, a page at a time.</summary>
public static class GetHeatMap
{
    public const int PageSize = 50;

    /// <param name="Status">Of the territory as a whole.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Rag? Status = null, string? Tier = null, string? Group = null, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<HeatMapRow> Rows, int Total, int Page, int Size, IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Groups);

    public sealed record Choice(string Code, string Name);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    /// <summary>All that match are read, because what is worst can only be said of all of them: always with the same number of questions.</summary>
    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territories = access.WithVisibleWork(db.Territories);
            var (participations, memberships) = (db.Participations.HeldOn(calendar.Today), db.GroupMemberships.NotOverBy(calendar.Today));
            if (!string.IsNullOrEmpty(request.Tier))
                territories = territories.Where(t => participations.Any(p => p.TerritoryId == t.Id && db.Tiers.Any(tier => tier.Id == p.TierId && tier.Code == request.Tier)));
            if (!string.IsNullOrEmpty(request.Group))
                territories = territories.Where(t => memberships.Any(m => m.TerritoryId == t.Id && db.WorkingGroups.Any(g => g.Id == m.WorkingGroupId && g.Code == request.Group)));

            var book = await statuses.ReadAsync(territories, cancellationToken);
            var codes = await db.WorkCodesAsync(territories, cancellationToken);
            var rows = (await db.HeatMapAsync(book, codes, territories, calendar.Today, cancellationToken)).Where(r => request.Status is not { } status || r.Overall.Status == status).ToList();
            var page = Math.Min(request.Page, Math.Max(1, (rows.Count + request.Size - 1) / request.Size));
            return new Answer([.. rows.Skip((page - 1) * request.Size).Take(request.Size)], rows.Count, page, request.Size,
                await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new Choice(t.Code, t.Plural)).ToListAsync(cancellationToken),
                await db.WorkingGroups.OrderBy(g => g.Name).Select(g => new Choice(g.Code, g.Name)).ToListAsync(cancellationToken));
        }
    }
}
