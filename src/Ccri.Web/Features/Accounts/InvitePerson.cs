using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Accounts;

/// <summary>Invites somebody with a first role from a form; somebody who is known gets the role.</summary>
public static class InvitePerson
{
    [Allow(Domain.Accounts.Role.Coordinator)]
    public sealed record Command(string? Name, string? Email, Role? Role, string? Territory, string? Group, DateOnly? From, DateOnly? To) : IRoleChoice, IRequest<AddPerson.Outcome>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsANameOfAPerson();
            RuleFor(c => c.Email).IsAnAddress();
            Include(new RoleChoiceValidator());
        }
    }

    public sealed class Handler(IMediator mediator) : IRequestHandler<Command, AddPerson.Outcome>
    {
        public Task<AddPerson.Outcome> Handle(Command request, CancellationToken cancellationToken) =>
            mediator.Send(new AddPerson.Command(request.Email!, request.Name, request.Role!.Value, ((IRoleChoice)request).Scope, request.From, request.To), cancellationToken);
    }
}
