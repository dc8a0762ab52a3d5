using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>The tiers with their capacity, how much of it is taken, and what they are entitled to.</summary>
public static class ListTiers
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Taken">See <see cref="TierPlaces.PlacesTakenAsync"/>.</param>
    public sealed record Row(Guid Id, string Code, string Name, int Capacity, int Taken, bool IndividualSupport, bool Roadmap, bool Plans, string? Note);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var taken = await db.PlacesTakenAsync(calendar.Today, cancellationToken);
            var tiers = await db.Tiers.AsNoTracking().OrderBy(t => t.Capacity).ThenBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellationToken);
            return [.. tiers.Select(t => new Row(t.Id, t.Code, t.Name, t.Capacity, taken.GetValueOrDefault(t.Id), t.IndividualSupport, t.Roadmap, t.Plans, t.Note))];
        }
    }
}
