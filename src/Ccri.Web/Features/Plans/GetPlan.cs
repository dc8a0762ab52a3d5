using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>One plan: its header, where it stands, how well it covers its sections, its reviews and versions.</summary>
public static class GetPlan
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Details>;

    public sealed record Details(Guid Id, string Code, PlanKind Kind, string Title, PlanStatus Status, Guid TerritoryId, string Territory, string Slug);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await (from p in db.Plans.Where(p => p.Code == request.Code)
                              join t in db.Territories on p.TerritoryId equals t.Id
                              select new Details(p.Id, p.Code, p.Kind, p.Title, p.Status, t.Id, t.Name, t.Slug)).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Plan", request.Code);
            access.RequireRead(plan.TerritoryId);
            return plan;
        }
    }
}
