using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>A value that should never have been there is in no view any more; the history keeps it with the reason.</summary>
public static class WithdrawValue
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why the value is withdrawn, in a few words.").Line("The reason", 500);
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var value = await db.Observations.SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Value", request.Id);
            access.RequireEditOfSeries(value.TerritoryId);
            value.Withdraw(request.Reason, user.PersonId, clock.GetUtcNow().UtcDateTime); // one that holds no more says so, before anything about versions
            db.ExpectVersion(value, request.Version);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
