using Ccri.Domain.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Accounts;

/// <summary>Throws away what was typed into a form and not saved.</summary>
public static class DropDraft
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string Form) : IRequest;

    public sealed class Handler(Drafts drafts, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (user.PersonId is { } personId)
                await drafts.DropAsync(personId, request.Form, cancellationToken);
            return Unit.Value;
        }
    }
}
