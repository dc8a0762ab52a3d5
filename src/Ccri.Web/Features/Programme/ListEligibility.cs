using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>The countries on the list of each programme, with the reason, the dates and the source.</summary>
public static class ListEligibility
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Rows, IReadOnlyList<(string Code, string Name)> Countries)
    {
        public IReadOnlyList<string> Programmes => [.. Rows.Select(r => r.Programme).Distinct()];
    }

    public sealed record Row(Guid Id, string Programme, string Code, string Country, EligibilityStanding Standing, DateOnly? From, DateOnly? To)
    {
        public SourceLine? Source { get; init; }
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await (from e in db.Eligibilities
                              join c in db.Countries on e.CountryCode equals c.Code
                              orderby e.Programme, c.Name, e.From, e.Id
                              select new Row(e.Id, e.Programme, c.Code, c.Name, e.Standing, e.From, e.To)).ToListAsync(cancellationToken);
            var countries = await db.Countries.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new { c.Code, c.Name }).ToListAsync(cancellationToken);
            var notes = await db.NotesOf([.. rows.Select(r => r.Id)], cancellationToken);
            return new Answer([.. rows.Select(row => row with { Source = SourceLine.Of(notes.GetValueOrDefault(row.Id), calendar) })], [.. countries.Select(c => (c.Code, c.Name))]);
        }
    }
}
