using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Removes a rule that never reminded anybody; one that did is part of the log, and is switched off instead.</summary>
public static class RemoveReminderRule
{
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid Id, Guid Version) : IRequest<string>;

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command, string>
    {
        /// <returns>The name that it had.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var rule = await db.ReminderRules.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Rule", request.Id);
            db.ExpectVersion(rule, request.Version);
            if (await db.Reminders.AnyAsync(r => r.RuleId == rule.Id, cancellationToken))
                throw new RuleViolationException($"The rule “{rule.Name}” has reminded people already, and the log tells so. Switch it off instead.");
            db.ReminderRules.Remove(rule);
            await db.SaveChangesAsync(cancellationToken);
            return rule.Name;
        }
    }
}
