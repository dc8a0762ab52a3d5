using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>The rounds of selection, the last one first.</summary>
public static class ListCohorts
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Territories">How many take part now.</param>
    public sealed record Row(Guid Id, string Code, string Name, DateOnly? SelectedOn, string? EligibilityProgramme, string? Note, int Territories)
    {
        public SourceLine? Source { get; init; }
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var held = db.Participations.HeldOn(calendar.Today);
            var rows = await db.Cohorts.OrderByDescending(c => c.Code).ThenBy(c => c.Id)
                .Select(c => new Row(c.Id, c.Code, c.Name, c.SelectedOn, c.EligibilityProgramme, c.Note, held.Count(p => p.CohortId == c.Id)))
                .ToListAsync(cancellationToken);
            var notes = await db.NotesOf([.. rows.Select(r => r.Id)], cancellationToken);
            return [.. rows.Select(row => row with { Source = SourceLine.Of(notes.GetValueOrDefault(row.Id), calendar) })];
        }
    }
}
