using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>A need with its whole story: what it is, what served it, what the territory says of it, and what happened to it.</summary>
public static class GetNeed
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug, int Number) : IRequest<Answer>;

    /// <param name="Steps">Newest first.</param>
    /// <param name="Activities">Newest first.</param>
    public sealed record Answer(TerritoryOfNeeds Territory, Need Need, string Dimension, IReadOnlyList<Step> Steps, IReadOnlyList<Activity> Activities)
    {
        /// <summary>The round whose rating it was made from.</summary>
        public ShownRound? Round { get; init; }
        public bool MayEdit { get; init; }
        public bool IsOffice { get; init; }
        public DateOnly Today { get; init; }

        /// <summary>What the territory said last.</summary>
        public NeedStep? Verdict => NeedPast.LastVerdict(Steps.Select(s => s.Of));
    }

    /// <param name="Who">Empty for the command line.</param>
    /// <param name="Other">The number of the need that it was merged with or split from.</param>
    public sealed record Step(NeedStep Of, string? Who, int? Other);

    public sealed record Activity(SupportActivity Of, string? Organisation);

    public sealed class Handler(CcriDbContext db, Access access, VisibleNeeds needs, RoundReader rounds, DimensionReader dimensions, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireReadOfWork(territory.Id);
            var need = await (await needs.QueryAsync(cancellationToken)).AsNoTracking().NumberedAsync(territory.Id, request.Number, cancellationToken);
            var held = need.RoundId is null ? null : await rounds.ReadAsync(territory.Id, cancellationToken);
            var steps = await db.NeedSteps.AsNoTracking().Where(s => s.NeedId == need.Id).ToListAsync(cancellationToken);
            var names = await db.Persons.Where(p => db.NeedSteps.Any(s => s.NeedId == need.Id && s.PersonId == p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            var others = await db.Needs.Where(n => db.NeedSteps.Any(s => s.NeedId == need.Id && s.OtherNeedId == n.Id)).ToDictionaryAsync(n => n.Id, n => n.Number, cancellationToken);
            var activities = await db.SupportActivities.AsNoTracking().Where(a => a.Needs.Any(s => s.NeedId == need.Id)).OrderByDescending(a => a.On).ThenByDescending(a => a.Id).ToListAsync(cancellationToken);
            var organisations = await db.Organisations.Where(o => db.SupportActivities.Any(a => a.OrganisationId == o.Id && a.Needs.Any(s => s.NeedId == need.Id))).ToDictionaryAsync(o => o.Id, o => o.Acronym ?? o.Name, cancellationToken);
            var dimension = (await dimensions.NamesAsync(cancellationToken))(need.Dimension);
            return new Answer(territory, need, dimension,
                [.. steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => new Step(s, s.PersonId is { } who ? names.GetValueOrDefault(who) : null, s.OtherNeedId is { } other && others.TryGetValue(other, out var number) ? number : null))],
                [.. activities.Select(a => new Activity(a, a.OrganisationId is { } by ? organisations.GetValueOrDefault(by) : null))])
            {
                Round = held?.Shown.FirstOrDefault(r => r.Round.Id == need.RoundId), MayEdit = access.MayEdit(territory.Id), IsOffice = access.MayEditForOffice(territory.Id), Today = calendar.Today,
            };
        }
    }
}
