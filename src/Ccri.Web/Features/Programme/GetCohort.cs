using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>A cohort as its form shows it, with the programmes to choose from; without an id, the form of a new one.</summary>
public static class GetCohort
{
    [Allow(Role.Coordinator)]
    public sealed record Query(Guid? Id) : IRequest<Answer>;

    public sealed record Answer(EditCohort.Command Form, IReadOnlyList<string> Programmes);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var programmes = await db.Eligibilities.Select(e => e.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellationToken);
            if (request.Id is null)
                return new Answer(new(), programmes);
            var form = await db.Cohorts.Where(c => c.Id == request.Id)
                .Select(c => new EditCohort.Command { Id = c.Id, Version = c.Version, Name = c.Name, SelectedOn = c.SelectedOn, EligibilityProgramme = c.EligibilityProgramme, Note = c.Note })
                .SingleOrDefaultAsync(cancellationToken);
            return new Answer(form ?? throw new NotFoundException("Cohort", request.Id), programmes);
        }
    }
}
