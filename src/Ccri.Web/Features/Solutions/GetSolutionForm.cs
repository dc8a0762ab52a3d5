using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>A solution as its form shows it, with the action plans it can belong to; without a code, the form of a new one.</summary>
public static class GetSolutionForm
{
    /// <param name="Territory">Of a new one: the territory's address, when it is known already.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Code, string? Territory = null) : IRequest<Answer>;

    /// <param name="Territories">Of a new one: those that the user may change.</param>
    /// <param name="Source">Where it comes from so far.</param>
    public sealed record Answer(EditSolution.Command Form, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Plans, SourceLine? Source);

    public sealed record Choice(string Value, string Words);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Code is null)
                return await NewAsync(request.Territory, cancellationToken);
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            var plans = await PlansOf([solution.TerritoryId], false, cancellationToken);
            var form = new EditSolution.Command
            {
                Code = solution.Code, Version = solution.Version, Title = solution.Title, Description = solution.Description, Objectives = solution.Objectives,
                Sectors = string.Join('\n', solution.Sectors), ValueChains = string.Join('\n', solution.ValueChains),
                Plan = await db.Plans.Where(p => p.Id == solution.PlanId).Select(p => p.Code).SingleOrDefaultAsync(cancellationToken),
            };
            var notes = await db.NotesOf([solution.Id], cancellationToken);
            return new Answer(form, [], plans, SourceLine.Of(notes.GetValueOrDefault(solution.Id), calendar));
        }

        private async Task<Answer> NewAsync(string? slug, CancellationToken cancellationToken)
        {
            var territories = (await access.Visible(db.Territories).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken))
                .Where(t => access.MayEdit(t.Id)).ToList();
            var chosen = territories.Where(t => t.Slug == slug).ToList();
            var plans = await PlansOf([.. (chosen.Count > 0 ? chosen : territories).Select(t => t.Id)], chosen.Count == 0, cancellationToken);
            return new Answer(new EditSolution.Command(), [.. territories.Select(t => new Choice(t.Slug, t.Name))], plans, null);
        }

        private async Task<IReadOnlyList<Choice>> PlansOf(List<Guid> territories, bool withTerritory, CancellationToken cancellationToken) =>
            [.. (await (from p in db.Plans.Where(p => p.Kind == PlanKind.Ceap && territories.Contains(p.TerritoryId))
                        join t in db.Territories on p.TerritoryId equals t.Id
                        orderby t.SearchName, p.SearchTitle, p.Id
                        select new { p.Code, p.Title, Territory = t.Name }).ToListAsync(cancellationToken)).Select(p => new Choice(p.Code, withTerritory ? $"{p.Territory}: {p.Title}" : p.Title))];
    }
}
