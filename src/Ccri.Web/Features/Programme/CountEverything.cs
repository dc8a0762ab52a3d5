using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>How much of everything there is, under keys that stay the same for those who read them by machine.</summary>
public static class CountEverything
{
    [Allow(Role.Coordinator)]
    public sealed record Query : IRequest<IReadOnlyDictionary<string, int>>;

    /// <summary>The order in which they are told. What the system does not hold yet counts 0; of observations those that hold.</summary>
    public static readonly string[] Keys =
    [
        "territories", "pilots", "fellows", "organisations", "contacts", "groups", "persons", "plans", "actions", "projects", "fundingLines", "solutions",
        "milestones", "indicators", "observations", "rounds", "needs", "supportActivities", "sessions", "items", "risks", "periods", "snapshots", "reminders", "mails", "auditRows",
    ];

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, IReadOnlyDictionary<string, int>>
    {
        public async Task<IReadOnlyDictionary<string, int>> Handle(Query request, CancellationToken cancellationToken)
        {
            var held = new Dictionary<string, int>
            {
                ["territories"] = await db.Territories.CountAsync(cancellationToken),
                ["pilots"] = await InTier("pilot", cancellationToken),
                ["fellows"] = await InTier("fellow", cancellationToken),
                ["organisations"] = await db.Organisations.CountAsync(cancellationToken),
                ["contacts"] = await db.Contacts.CountAsync(cancellationToken),
                ["groups"] = await db.WorkingGroups.CountAsync(cancellationToken),
                ["persons"] = await db.Persons.CountAsync(cancellationToken),
                ["plans"] = await db.Plans.CountAsync(cancellationToken),
                ["actions"] = await db.PlanActions.CountAsync(cancellationToken),
                ["projects"] = await db.InvestmentProjects.CountAsync(cancellationToken),
                ["fundingLines"] = await db.FundingLines.CountAsync(cancellationToken),
                ["solutions"] = await db.Solutions.CountAsync(cancellationToken),
                ["milestones"] = await db.Milestones.CountAsync(cancellationToken),
                ["indicators"] = await db.Indicators.CountAsync(cancellationToken),
                ["observations"] = await db.Observations.CountAsync(o => o.EndedAt == null, cancellationToken),
                ["rounds"] = await db.AssessmentRounds.CountAsync(cancellationToken),
                ["needs"] = await db.Needs.CountAsync(cancellationToken),
                ["supportActivities"] = await db.SupportActivities.CountAsync(cancellationToken),
                ["sessions"] = await db.Sessions.CountAsync(cancellationToken),
                ["items"] = await db.SessionItems.CountAsync(cancellationToken),
                ["risks"] = await db.Risks.CountAsync(cancellationToken),
                ["periods"] = await db.ReportingPeriods.CountAsync(cancellationToken),
                ["snapshots"] = await db.Snapshots.CountAsync(cancellationToken),
                ["mails"] = await db.MailMessages.CountAsync(cancellationToken),
                ["auditRows"] = await db.AuditRows.CountAsync(cancellationToken),
            };
            return Keys.ToDictionary(key => key, key => held.GetValueOrDefault(key));
        }

        private Task<int> InTier(string code, CancellationToken cancellationToken) =>
            db.Participations.HeldOn(calendar.Today).CountAsync(p => db.Tiers.Any(t => t.Id == p.TierId && t.Code == code), cancellationToken);
    }
}
