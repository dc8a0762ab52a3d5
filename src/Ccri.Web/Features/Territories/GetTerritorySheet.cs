using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The territory sheet: one or two pages of what the register knows, worded, with the facts it was made from.</summary>
public static class GetTerritorySheet
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Slug) : IRequest<Sheet>;

    /// <param name="Facts">Canonical JSON; travels inside the PDF.</param>
    public sealed record Sheet(string Slug, string Name, PrintableReport Report, byte[] Facts);

    public sealed class Handler(CcriDbContext db, IMediator mediator, HeldDemonstration demonstration) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await mediator.Send(new GetTerritory.Query(request.Slug), cancellationToken);
            var newest = await Newest(territory.Profile, cancellationToken);
            var (report, notice) = (TerritorySheet.Of(territory, newest), await demonstration.NoticeAsync());
            var printable = PrintableReport.From(report with { Meta = report.Meta with { Notice = notice } });
            return new Sheet(territory.Profile.Slug, territory.Profile.Name, printable, CanonicalJson.Of(SheetFacts.Of(territory, newest, notice)));
        }

        /// <summary>When the newest fact was recorded (UTC): the date of the sheet, never the clock. What has ended counts, too: it left the sheet,
        /// which so became another one. And so does the name of whatever the sheet names.</summary>
        private async Task<DateTime> Newest(GetTerritory.Profile territory, CancellationToken cancellationToken)
        {
            var participations = db.Participations.Where(p => p.TerritoryId == territory.Id);
            var roles = db.OrganisationRoles.Where(r => r.TerritoryId == territory.Id);
            var groups = db.GroupMemberships.Where(m => m.TerritoryId == territory.Id);
            var networks = db.NetworkMemberships.Where(m => m.TerritoryId == territory.Id);
            var members = db.ClusterMembers.Where(m => m.TerritoryId == territory.Id);
            var own = db.Territories.Where(t => t.Id == territory.Id).Select(t => t.Id)
                .Concat(participations.Select(p => p.Id)).Concat(roles.Select(r => r.Id)).Concat(groups.Select(m => m.Id)).Concat(networks.Select(m => m.Id)).Concat(members.Select(m => m.Id));
            var named = participations.Select(p => p.CohortId).Concat(participations.Select(p => p.TierId)).Concat(roles.Select(r => r.OrganisationId))
                .Concat(groups.Select(m => m.WorkingGroupId)).Concat(networks.Select(m => m.NetworkId))
                .Concat(db.Countries.Where(c => c.Code == territory.CountryCode).Select(c => c.Id));
            var notes = db.FactNotes.Where(n => own.Contains(n.SubjectId)).Select(n => n.Id);
            var all = own.Concat(named).Concat(notes);
            return await db.AuditRows.Where(a => all.Contains(a.SubjectId)).MaxAsync(a => (DateTime?)a.At, cancellationToken) ?? DateTime.UnixEpoch;
        }
    }
}
