using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A funding line as its form shows it; without an id, the form of a new one, which begins with the currency of the project; its rate is of another day.</summary>
public static class GetFundingLineForm
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid ProjectId, Guid? Id = null) : IRequest<Answer>;

    public sealed record Answer(string Code, Guid ProjectId, string Project, EditFundingLine.Command Form);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var project = await (from p in db.InvestmentProjects.Where(p => p.Id == request.ProjectId)
                                 join plan in db.Plans on p.PlanId equals plan.Id
                                 where plan.Code == request.Code
                                 select new { p.Number, p.Name, p.Currency, p.TerritoryId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Project", request.ProjectId);
            access.RequireEdit(project.TerritoryId);
            var line = request.Id is null ? null : await db.FundingLines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.Id && l.ProjectId == request.ProjectId, cancellationToken)
                ?? throw new NotFoundException("Funding line", request.Id);
            return new Answer(request.Code, request.ProjectId, $"{project.Number} {project.Name}",
                line is null ? new EditFundingLine.Command { Currency = project.Currency } : EditFundingLine.Command.Of(line));
        }
    }
}
