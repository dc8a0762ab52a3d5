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

    public sealed class Handler(CcriDbContext db, IMediator mediator) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await mediator.Send(new GetTerritory.Query(request.Slug), cancellationToken);
            var newest = await Newest(territory, cancellationToken);
            var report = PrintableReport.From(TerritorySheet.Of(territory, newest));
            return new Sheet(territory.Profile.Slug, territory.Profile.Name, report, CanonicalJson.Of(SheetFacts.Of(territory, newest)));
        }

        /// <summary>When the newest of these facts was recorded (UTC): the date of the sheet, never the clock.</summary>
        private async Task<DateTime> Newest(GetTerritory.Details territory, CancellationToken cancellationToken)
        {
            Guid[] rows = [territory.Profile.Id, .. territory.Roles.Select(r => r.Id), .. territory.Groups.Select(g => g.MembershipId), .. territory.Networks.Select(n => n.MembershipId)];
            var participations = db.Participations.Where(p => p.TerritoryId == territory.Profile.Id).Select(p => p.Id);
            var notes = db.FactNotes.Where(n => rows.Contains(n.SubjectId)).Select(n => n.Id);
            return await db.AuditRows.Where(a => rows.Contains(a.SubjectId) || participations.Contains(a.SubjectId) || notes.Contains(a.SubjectId))
                .MaxAsync(a => (DateTime?)a.At, cancellationToken) ?? DateTime.UnixEpoch;
        }
    }
}
