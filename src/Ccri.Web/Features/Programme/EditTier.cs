using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Changes the size of a tier, or what it is entitled to; never below what is taken.</summary>
public static class EditTier
{
    [Allow(Role.Coordinator)]
    public sealed record Command : TierFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new TierFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var tier = await db.Tiers.SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Tier", request.Id);
            db.ExpectVersion(tier, request.Version);
            request.Fill(tier, (await db.PlacesTakenAsync(calendar.Today, cancellationToken)).GetValueOrDefault(tier.Id));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
