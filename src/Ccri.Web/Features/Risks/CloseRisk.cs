using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>It is over: the risk did not come about, or the issue is dealt with.</summary>
public static class CloseRisk
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public DateOnly? On { get; init; }
        public string? Outcome { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.On).NotNull().WithMessage("Enter the day on which it was over.");
            RuleFor(c => c.Outcome).Cascade(CascadeMode.Stop).Needed("Say how it ended: it did not come about, or what solved it.").Line("How it ended", Risk.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var risk = await db.Risks.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Risk", request.Id);
            access.RequireEdit(risk.TerritoryId);
            db.ExpectVersion(risk, request.Version);
            Refusal.Try(nameof(Command.On), () => risk.Close(request.On!.Value, request.Outcome, calendar.Today));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
