using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>A round as it was asked, with what the round of its kind before it said.</summary>
public static class GetRound
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug, Guid Id) : IRequest<Answer>;

    /// <param name="MayEdit">Whether the user may put it right: the newest of its kind only, and a self-assessment only while nothing of the office stands beside it.</param>
    /// <param name="Raised">The numbers of the needs that were made from its ratings, by the key of the question.</param>
    public sealed record Answer(TerritoryOfNeeds Territory, ShownRound Round, ShownRound? Before, IReadOnlyList<ComparedAnswer> Compared, string? RecordedBy, bool MayEdit, bool MayRaise, IReadOnlyDictionary<string, int> Raised);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, RoundReader rounds) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireReadOfWork(territory.Id);
            var all = await rounds.ReadAsync(territory.Id, cancellationToken);
            if (all.Closed.Any(r => r.Id == request.Id))
                throw new NotAllowedException("The support office's ratings are shown once the territory has rated itself. Hand in a self-assessment first.");
            var shown = all.Shown.FirstOrDefault(r => r.Round.Id == request.Id) ?? throw new NotFoundException("Round", request.Id);
            var ofKind = shown.Round.Kind == RoundKind.Office ? all.ByOffice : all.BySelf;
            var before = ofKind.LastOrDefault(r => r.Round.On < shown.Round.On);
            var recordedBy = await db.Persons.Where(p => p.Id == shown.Round.RecordedById).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
            var mayEdit = ofKind[^1] == shown && !shown.Round.StandsBesideTheOffice(all.ByOffice.Select(r => r.Round)) && (shown.Round.Kind == RoundKind.Office ? access.MayEditForOffice(territory.Id) : user.SpeaksFor(territory.Id));
            return new Answer(territory, shown, before, before is null ? [] : RoundComparison.Of(before.Answers, shown.Answers), recordedBy, mayEdit, access.MayEdit(territory.Id), await db.RaisedFromAsync(shown.Round.Id, cancellationToken));
        }
    }
}
