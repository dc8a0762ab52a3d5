using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Adds the rules that a new register begins with, where there is none at all: what a coordinator has removed does not come back.</summary>
public static class AddStandardRules
{
    /// <param name="Demonstration">A handful is switched on, so that there is something to see.</param>
    [Allow]
    public sealed record Command(bool Demonstration = false) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var rules = await db.ReminderRules.ToListAsync(cancellationToken);
            if (rules.Count == 0)
            {
                rules = [.. StandardRules.Make(calendar.Today)];
                db.ReminderRules.AddRange(rules);
            }
            foreach (var rule in rules.Where(r => request.Demonstration && StandardRules.OfDemonstration.Contains(r.Kind)))
                rule.SwitchOn(calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return rules.Count;
        }
    }
}
