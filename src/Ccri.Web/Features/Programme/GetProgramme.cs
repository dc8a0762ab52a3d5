using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>What the programme is made of, in figures, for the page that leads to each part.</summary>
public static class GetProgramme
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(int Tiers, int Territories, int Cohorts, int Countries, IReadOnlyList<string> Programmes);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) => new(
            await db.Tiers.CountAsync(cancellationToken),
            await db.Participations.HeldOn(calendar.Today).CountAsync(cancellationToken),
            await db.Cohorts.CountAsync(cancellationToken),
            await db.Eligibilities.Select(e => e.CountryCode).Distinct().CountAsync(cancellationToken),
            await db.Eligibilities.Select(e => e.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellationToken));
    }
}
