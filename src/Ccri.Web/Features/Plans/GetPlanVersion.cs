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

/// <summary>One kept version of a plan, read whole: from its picture alone, whatever has changed since.</summary>
public static class GetPlanVersion
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, int Number) : IRequest<Answer>;

    /// <param name="Title">Of the plan as it is called now.</param>
    /// <param name="At">UTC.</param>
    /// <param name="Groups">Rows by what they are, in the order in which a plan is read.</param>
    public sealed record Answer(string Code, string Title, int Number, VersionOccasion Occasion, string? Note, DateTime At, DateOnly? AdoptedOn, string? AdoptedBy)
    {
        public IReadOnlyList<Group> Groups { get; init; } = [];
    }

    public sealed record Group(string Noun, IReadOnlyList<PictureRow> Rows);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireReadOfWork(plan.TerritoryId);
            var version = await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(v => v.PlanId == plan.Id && v.Number == request.Number, cancellationToken)
                ?? throw new NotFoundException("Version", request.Number);
            var rows = (await KeptPicture.Read(version.Content).ForAsync(db, access, plan, cancellationToken)).Rows;
            return new Answer(plan.Code, plan.Title, version.Number, version.Occasion, version.Note, version.At, version.AdoptedOn, version.AdoptedBy)
            {
                Groups = [.. rows.GroupBy(r => r.Noun).OrderBy(g => PlanWords.Place(g.Key)).Select(g => new Group(g.Key, [.. g.OrderBy(r => PlanNumber.Key(r.Name), StringComparer.Ordinal).ThenBy(r => r.Id)]))],
            };
        }
    }
}
