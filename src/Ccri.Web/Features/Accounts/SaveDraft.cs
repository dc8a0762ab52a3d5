using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Keeps what somebody has typed so far into a long form. Answers when, or nothing when there was nothing to keep.</summary>
public static class SaveDraft
{
    /// <param name="Once">The key of the form; once it is saved for good, a late draft of it is none.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string Form, Dictionary<string, string> Fields, Guid? Once) : IRequest<DateTime?>;

    public sealed class Handler(CcriDbContext db, Drafts drafts, CurrentUser user) : IRequestHandler<Command, DateTime?>
    {
        public async Task<DateTime?> Handle(Command request, CancellationToken cancellationToken) =>
            user.PersonId is not { } personId || !request.Form.StartsWith('/') || await db.Submissions.AnyAsync(s => s.Key == request.Once, cancellationToken)
                ? null
                : await drafts.KeepAsync(personId, request.Form, request.Fields, cancellationToken);
    }
}
