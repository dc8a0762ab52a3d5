using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Gives an own view another name, shares it, or takes it back.</summary>
public static class RenameFilter
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(Guid Id, Guid Version, string? Name, bool IsShared) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).NamesAView();
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var filter = await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == request.Id && f.PersonId == user.PersonId, cancellationToken)
                ?? throw new NotFoundException("View of yours", request.Id);
            db.ExpectVersion(filter, request.Version);
            if (request.IsShared && !filter.IsShared && !SavedFiltersOfPerson.MayShare(user))
                throw new NotAllowedException("Views are shared by the support office. Keep it for yourself, or ask a support officer to share it.");
            await SaveFilter.RequireNewName(db, filter.Id, filter.PersonId, filter.List, request.Name!, cancellationToken);

            filter.Rename(request.Name!);
            filter.Share(request.IsShared);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
