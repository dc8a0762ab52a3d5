using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>A need as its forms show it; without a number the form of a new one.</summary>
public static class GetNeedForm
{
    /// <param name="ForOffice">For a form that only the support office has.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug, int? Number = null, bool ForOffice = false) : IRequest<Answer>;

    /// <param name="Dimensions">Those that are asked today, and the one that the need has.</param>
    /// <param name="Others">Into which it can be merged.</param>
    public sealed record Answer(EditNeed.Command Form, TerritoryOfNeeds Territory, IReadOnlyList<Dimension> Dimensions, IReadOnlyList<Other> Others, bool IsOffice, DateOnly Today)
    {
        /// <summary>Whether it was made from a rating, whose dimension it keeps.</summary>
        public bool IsFromRating { get; init; }
    }

    public sealed record Other(int Number, string Statement);

    public sealed class Handler(CcriDbContext db, Access access, VisibleNeeds needs, DimensionReader dimensions, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory.Id);
            if (request.ForOffice)
                access.RequireOffice(territory.Id);
            var visible = await needs.QueryAsync(cancellationToken);
            var need = request.Number is { } number ? await visible.NumberedAsync(territory.Id, number, cancellationToken) : null;
            var all = await dimensions.ReadAsync(cancellationToken);
            var others = need is null ? [] : await visible.Where(n => n.TerritoryId == territory.Id && n.Id != need.Id && n.State != NeedState.Dropped).OrderBy(n => n.Number).Select(n => new Other(n.Number, n.Statement)).ToListAsync(cancellationToken);
            return new Answer(need is null ? new EditNeed.Command { Slug = territory.Slug, RaisedOn = calendar.Today } : FormOf(need, territory.Slug), territory,
                [.. all.Where(d => d.IsAsked || d.Key == need?.Dimension)], others, access.MayEditForOffice(territory.Id), calendar.Today) { IsFromRating = need?.RoundId is not null };
        }

        private static EditNeed.Command FormOf(Need need, string slug) => new()
        {
            Slug = slug, Number = need.Number, Version = need.Version, Statement = need.Statement, Dimension = need.Dimension, Evidence = need.Evidence, Severity = need.Severity, Urgency = need.Urgency,
            Phase = need.Phase, Wanted = need.Wanted, RaisedOn = need.RaisedOn,
        };
    }
}
