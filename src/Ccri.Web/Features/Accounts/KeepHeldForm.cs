using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace Ccri.Web.Features.Accounts;

/// <summary>The form that was sent after its sign-in had ended becomes a draft of whoever has just signed in. Answers where it is filled in again.</summary>
public static class KeepHeldForm
{
    [Allow(Everybody = true)]
    public sealed record Command(string? Held) : IRequest<string?>;

    public sealed class Handler(HeldForms forms, Drafts drafts, CurrentUser user) : IRequestHandler<Command, string?>
    {
        public async Task<string?> Handle(Command request, CancellationToken cancellationToken) =>
            user.PersonId is { } personId && forms.Open(request.Held) is { } held && await drafts.KeepAsync(personId, held.Form, held.Fields, cancellationToken) is not null
                ? QueryHelpers.AddQueryString(held.Form, Drafts.Parameter, "1")
                : null;
    }
}
