using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Whether a territory may take part in its cohort, and why; empty while its country is not known.</summary>
public static class GetEligibility
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Slug) : IRequest<Verdict?>;

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Verdict?>
    {
        public async Task<Verdict?> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.CountryCode }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(territory.Id);
            var country = await db.Countries.Where(c => c.Code == territory.CountryCode).Select(c => new { c.Code, c.Name }).SingleOrDefaultAsync(cancellationToken);
            if (country is null)
                return null;
            var cohort = await db.CohortOfAsync(territory.Id, cancellationToken);
            return Verdict.Of(country.Name, await db.EligibilityOf(country.Code, cancellationToken), cohort?.EligibilityProgramme, cohort?.SelectedOn ?? calendar.Today);
        }
    }
}
