using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Adds a piece of the money of a project.</summary>
public static class AddFundingLine
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : FundingLineFields, IRequest<Guid>
    {
        public Guid ProjectId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new FundingLineFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var project = await db.InvestmentProjects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ProjectId, cancellationToken) ?? throw new NotFoundException("Project", request.ProjectId);
            access.RequireEdit(project.TerritoryId);
            var line = new FundingLine(project);
            request.Fill(line, calendar.Today);
            await using var held = await db.HoldAsync<InvestmentProject>(project.Id, cancellationToken); // a project is not removed under its money
            db.FundingLines.Add(line);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return line.Id;
        }
    }
}
