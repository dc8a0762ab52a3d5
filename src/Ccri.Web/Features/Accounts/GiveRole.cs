using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Gives a person one more role.</summary>
public static class GiveRole
{
    [Allow(Domain.Accounts.Role.Coordinator)]
    public sealed record Command(Guid PersonId, Role? Role, string? Territory, string? Group, DateOnly? From, DateOnly? To) : IRoleChoice, IRequest<AddPerson.Outcome>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RoleChoiceValidator());
    }

    public sealed class Handler(CcriDbContext db, IMediator mediator) : IRequestHandler<Command, AddPerson.Outcome>
    {
        public async Task<AddPerson.Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = await db.Persons.Where(p => p.Id == request.PersonId).Select(p => p.Email).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Person", request.PersonId);
            return await mediator.Send(new AddPerson.Command(email, null, request.Role!.Value, ((IRoleChoice)request).Scope, request.From, request.To), cancellationToken);
        }
    }
}
