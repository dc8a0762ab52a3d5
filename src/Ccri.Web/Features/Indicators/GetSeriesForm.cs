using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>What a new series can be: the indicators to choose from; and once one is chosen, its units and the solutions that can follow it.</summary>
public static class GetSeriesForm
{
    /// <param name="Territory">Its address; empty for the programme as a whole.</param>
    /// <param name="Indicator">The code of the one chosen.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Territory, string? Indicator = null) : IRequest<Answer>;

    /// <param name="Chosen">Empty while none is chosen.</param>
    /// <param name="Solutions">Those that do not follow it yet.</param>
    public sealed record Answer(string? Slug, string? Territory, IReadOnlyList<Choice> Indicators, Definition? Chosen, IReadOnlyList<Choice> Solutions)
    {
        public string ListAddress => Slug is null ? "/indicators" : $"/indicators/{Slug}";
    }

    /// <param name="Group">What it is listed under.</param>
    public sealed record Choice(string Value, string Words, string Group = "");

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (territoryId, territory) = await db.FollowerAsync(request.Territory, cancellationToken);
            access.RequireEditOfSeries(territoryId);
            var indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.Code).ToListAsync(cancellationToken);
            var followed = (await db.IndicatorSeries.Where(s => s.TerritoryId == territoryId && s.SolutionId == null).Select(s => s.IndicatorId).ToListAsync(cancellationToken)).ToHashSet();
            var offered = indicators.Where(i => i.Level == IndicatorLevel.Delivery == (territoryId is null) && !followed.Contains(i.Id)).OrderBy(i => i.Level == IndicatorLevel.Context).ThenByDescending(i => i.Level).ThenBy(i => i.Framework, StringComparer.Ordinal);
            var chosen = string.IsNullOrEmpty(request.Indicator) ? null : indicators.Find(i => i.Code == request.Indicator) ?? throw new NotFoundException("Indicator", request.Indicator);
            var solutions = territoryId is null || chosen is not { Level: IndicatorLevel.Solution } ? []
                : await db.Solutions.Where(s => s.TerritoryId == territoryId && !db.IndicatorSeries.Any(f => f.SolutionId == s.Id && f.IndicatorId == chosen.Id)).OrderBy(s => s.SearchTitle).ThenBy(s => s.Id)
                    .Select(s => new Choice(s.Code, s.Title, "")).ToListAsync(cancellationToken);
            return new Answer(territoryId is null ? null : request.Territory, territory, [.. offered.Select(i => new Choice(i.Code, i.Name, $"{Words.Of(i.Level)}: {i.Framework}"))], chosen is null ? null : Definition.Of(chosen), solutions);
        }
    }
}
