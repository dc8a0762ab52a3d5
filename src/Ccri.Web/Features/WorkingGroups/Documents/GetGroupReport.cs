using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The report of a working group, assembled anew each time from the items of its sessions and from what the lead wrote around them.</summary>
public static class GetGroupReport
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Facts">Canonical JSON; travels inside the PDF.</param>
    /// <param name="MayWrite">Whether the user writes the texts and leaves items out.</param>
    public sealed record Answer(string Code, string Name, PrintableReport Report, byte[] Facts, bool MayWrite)
    {
        public string FileName => $"working-group-report-{Code.ToLowerInvariant()}.pdf";
    }

    public sealed class Handler(CcriDbContext db, SessionReader sessions, GroupAccess groups, HeldDemonstration demonstration, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.WorkingGroups.AsNoTracking().SingleOrDefaultAsync(g => g.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Working group", request.Code);
            var facts = await FactsAsync(group, cancellationToken);
            var (report, notice) = (GroupReport.Of(facts), await demonstration.NoticeAsync());
            return new Answer(group.Code, group.Name, PrintableReport.From(report with { Meta = report.Meta with { Notice = notice } }), CanonicalJson.Of(facts.ToAttachment(notice)), groups.MayLead(group.Id));
        }

        private async Task<GroupReportFacts> FactsAsync(WorkingGroup group, CancellationToken cancellationToken)
        {
            var (id, today, now) = (group.Id, calendar.Today, clock.GetUtcNow().UtcDateTime);
            var held = await sessions.ReadAsync(groups.Visible(db.Sessions.Where(s => s.WorkingGroupId == id && s.StartsAt <= now)), cancellationToken);
            var members = db.GroupMemberships.HeldOn(today).Where(m => m.WorkingGroupId == id);
            var named = await (from m in members
                               join t in db.Territories on m.TerritoryId equals (Guid?)t.Id into territories
                               from territory in territories.DefaultIfEmpty()
                               join o in db.Organisations on m.OrganisationId equals (Guid?)o.Id into organisations
                               from organisation in organisations.DefaultIfEmpty()
                               select new { m.Category, m.TerritoryId, Territory = territory!.Name, Organisation = organisation!.Acronym ?? organisation.Name }).ToListAsync(cancellationToken);
            var solutions = await (from s in db.Solutions.Where(s => s.State != SolutionState.Stopped && members.Any(m => m.TerritoryId == s.TerritoryId))
                                   join t in db.Territories on s.TerritoryId equals t.Id
                                   select new { s.Id, s.Title, t.Name }).ToListAsync(cancellationToken);
            var texts = await db.GroupReportTexts.AsNoTracking().Where(t => t.WorkingGroupId == id && t.Text != null).ToListAsync(cancellationToken);
            var leader = await (from r in db.OrganisationRoles.NotOverBy(today).Where(r => r.Kind == OrganisationRoleKind.GroupLeader && r.WorkingGroupId == id)
                                join o in db.Organisations on r.OrganisationId equals o.Id
                                orderby r.Id
                                select o.Acronym ?? o.Name).FirstOrDefaultAsync(cancellationToken);
            return new GroupReportFacts(group.Code, group.Name, group.Topics, leader, group.ReportDue, await NewestAsync(id, held, cancellationToken))
            {
                Members = [.. named.Select(m => new GroupReportMember(m.Category, m.TerritoryId, m.TerritoryId is null ? m.Organisation : m.Territory)).OrderBy(m => m.Category).ThenBy(m => m.Name, StringComparer.Ordinal)],
                Solutions = [.. solutions.Select(s => new GroupReportSolution(s.Id, s.Title, s.Name)).OrderBy(s => s.Title, StringComparer.Ordinal).ThenBy(s => s.Territory, StringComparer.Ordinal)],
                Sessions = held,
                Texts = texts.ToDictionary(t => t.Section, t => t.Text!),
            };
        }

        /// <summary>When the newest of it was written down or held (UTC): the date of the report, never the clock. What was left out counts, too.</summary>
        private async Task<DateTime> NewestAsync(Guid id, IReadOnlyList<SessionSheet> held, CancellationToken cancellationToken)
        {
            var items = from i in db.SessionItems join s in db.Sessions on i.SessionId equals s.Id where s.WorkingGroupId == id select i.Id;
            var all = db.WorkingGroups.Where(g => g.Id == id).Select(g => g.Id).Concat(db.GroupMemberships.Where(m => m.WorkingGroupId == id).Select(m => m.Id))
                .Concat(db.GroupReportTexts.Where(t => t.WorkingGroupId == id).Select(t => t.Id)).Concat(items);
            var audited = await db.AuditRows.Where(a => all.Contains(a.SubjectId)).MaxAsync(a => (DateTime?)a.At, cancellationToken) ?? DateTime.UnixEpoch;
            return held.SelectMany(s => new[] { s.StartsAt, s.ChangedAt }).Append(audited).Max();
        }
    }
}
