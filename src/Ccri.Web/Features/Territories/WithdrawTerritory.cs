using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>A territory leaves the initiative; everything known of it stays in the register.</summary>
public static class WithdrawTerritory
{
    [Allow(Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Slug { get; init; } = "";
        public Guid Version { get; init; }
        public DateOnly? LastDay { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.LastDay).NotNull().WithMessage("Enter the last day on which the territory takes part.").GreaterThan(Participation.Earliest).WithMessage("The initiative is younger than that. Enter a day after 1 Jan 2000.");
            RuleFor(c => c.Reason).Needed("Give the reason; it stays in the history.").Text("The reason", 1000);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Include(t => t.Participations).SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireOffice(territory.Id);
            db.ExpectVersion(territory, request.Version);
            Refusal.Try(nameof(request.LastDay), () => territory.Withdraw(request.LastDay!.Value, request.Reason));
            db.Entry(territory).State = EntityState.Modified;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
