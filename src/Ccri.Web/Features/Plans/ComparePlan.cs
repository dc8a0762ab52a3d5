using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What changed from one version of a plan to another, or to how it stands now, field by field.</summary>
public static class ComparePlan
{
    /// <param name="From">The number of a version; empty: the last one.</param>
    /// <param name="To">The number of a version; empty: as it is now.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, int? From = null, int? To = null) : IRequest<Answer>;

    /// <param name="Comparison">Empty while no version is kept.</param>
    public sealed record Answer(string Code, string Title, IReadOnlyList<VersionRow> Versions, int? From, int? To, ShownComparison? Comparison);

    /// <param name="At">UTC.</param>
    public sealed record VersionRow(int Number, VersionOccasion Occasion, DateTime At);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireReadOfWork(plan.TerritoryId);
            var versions = await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderByDescending(v => v.Number).Select(v => new VersionRow(v.Number, v.Occasion, v.At)).ToListAsync(cancellationToken);
            if (versions.Count == 0)
                return new Answer(plan.Code, plan.Title, versions, null, null, null);
            var from = Find(versions, request.From ?? versions[0].Number);
            var to = request.To is { } number ? Find(versions, number) : null;
            var rows = Comparison.Of(await ReadAsync(plan, from, cancellationToken), await ReadAsync(plan, to, cancellationToken));
            return new Answer(plan.Code, plan.Title, versions, from.Number, to?.Number, PlanWords.Shown(Named(from), to is null ? "Now" : Named(to), rows));
        }

        private string Named(VersionRow version) => $"Version {version.Number} of {Words.Of(calendar.DayOf(version.At))}";

        private async Task<Picture> ReadAsync(Plan plan, VersionRow? version, CancellationToken cancellationToken)
        {
            var picture = version is null ? await PlanPicture.OfAsync(db, plan, cancellationToken)
                : KeptPicture.Read(await db.PlanVersions.Where(v => v.PlanId == plan.Id && v.Number == version.Number).Select(v => v.Content).SingleAsync(cancellationToken));
            return await picture.ForAsync(db, access, plan, cancellationToken);
        }

        private static VersionRow Find(List<VersionRow> versions, int number) => versions.Find(v => v.Number == number) ?? throw new NotFoundException("Version", number);
    }
}
