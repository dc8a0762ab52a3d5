using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Switches a rule on, as it was previewed: who changed it meanwhile has to look again.</summary>
public static class SwitchOnRule
{
    /// <param name="Version">Of the rule as the preview showed it.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid Id, Guid Version) : IRequest<string>;

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Command, string>
    {
        /// <returns>Its name.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var rule = await db.ReminderRules.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Rule", request.Id);
            db.ExpectVersion(rule, request.Version);
            rule.SwitchOn(calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return rule.Name;
        }
    }
}
