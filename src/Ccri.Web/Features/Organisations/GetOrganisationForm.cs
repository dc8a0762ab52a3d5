using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>An organisation as its form shows it, with the countries to choose from; without an id, the form of a new one.</summary>
public static class GetOrganisationForm
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid? Id) : IRequest<Answer>;

    /// <param name="Source">Where it comes from so far.</param>
    public sealed record Answer(EditOrganisation.Command Form, SourceLine? Source, IReadOnlyList<(string Code, string Name)> Countries);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            var countries = await db.Countries.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new { c.Code, c.Name }).ToListAsync(cancellationToken);
            var form = request.Id is null ? new() : await db.Organisations.Where(o => o.Id == request.Id)
                .Select(o => new EditOrganisation.Command { Id = o.Id, Version = o.Version, Name = o.Name, Acronym = o.Acronym, Country = o.CountryCode, Notes = o.Notes })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Organisation", request.Id);
            var notes = await db.NotesOf([form.Id], cancellationToken);
            return new Answer(form, SourceLine.Of(notes.GetValueOrDefault(form.Id), calendar), [.. countries.Select(c => (c.Code, c.Name))]);
        }
    }
}
