using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes what is said of an investment project; its stage is changed by itself, with its day and evidence.</summary>
public static class EditProject
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ProjectFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }

        /// <summary>As it is saved.</summary>
        public static Command Of(InvestmentProject project) => new()
        {
            Id = project.Id, Version = project.Version, Number = project.Number, Name = project.Name, Description = project.Description, Sector = project.Sector, Category = project.Category,
            Strategy = project.Strategy, Promoter = project.Promoter, Delivery = project.Delivery, ActionId = project.ActionId, SolutionId = project.SolutionId, Trl = project.Trl,
            Permits = project.Permits, Readiness = project.Readiness, NextGate = project.NextGate, Currency = project.Currency, Rate = project.Rate.Plain(), RateOn = project.RateOn,
            Capex = project.Capex.Units(), Opex = project.Opex.Units(), Preparation = project.Preparation.Units(), Contingency = project.Contingency.Plain(), Lifetime = project.Lifetime,
            Revenue = project.Revenue, YearlyRevenue = project.YearlyRevenue.Units(), YearlySavings = project.YearlySavings.Units(), NetPresentValue = project.NetPresentValue.Units(),
            ReturnRate = project.ReturnRate.Plain(), Payback = project.Payback.Plain(), DiscountRate = project.DiscountRate.Plain(), Start = project.Start,
            FinancialClose = project.FinancialClose, Construction = project.Construction, Operation = project.Operation, SupportNote = project.SupportNote, IsConfidential = project.IsConfidential,
        };

        /// <summary>For those who may not see what it costs and brings.</summary>
        public Command WithoutAmounts() => ConfidentialAmounts.Emptied(this with { }, ConfidentialAmounts.OfProject);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ProjectFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var project = await db.InvestmentProjects.SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Project", request.Id);
            access.RequireEdit(project.TerritoryId);
            db.ExpectVersion(project, request.Version);
            await using var held = await db.HoldAsync<Plan>(project.PlanId, cancellationToken);
            await request.FillAsync(project, db, calendar.Today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
