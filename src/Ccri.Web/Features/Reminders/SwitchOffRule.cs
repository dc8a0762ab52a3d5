using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Switches a rule off: what it has not sent yet, it sends no more.</summary>
public static class SwitchOffRule
{
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid Id) : IRequest<string>;

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command, string>
    {
        /// <returns>Its name.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var rule = await db.ReminderRules.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Rule", request.Id);
            rule.SwitchOff();
            await db.SaveChangesAsync(cancellationToken);
            return rule.Name;
        }
    }
}
