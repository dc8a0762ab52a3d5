using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Needs;

/// <summary>Makes a need from a rating in one click; answers its number. A rating of which one was made leads to that one.</summary>
public static class RaiseNeed
{
    /// <param name="Key">Of the question that was rated.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Slug, Guid RoundId, string Key) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, RoundReader rounds, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory.Id);
            var round = (await rounds.ReadAsync(territory.Id, cancellationToken)).Shown.FirstOrDefault(r => r.Round.Id == request.RoundId) ?? throw new NotFoundException("Round", request.RoundId);
            var answer = round.Answers.FirstOrDefault(a => a.Key == request.Key && a.Value is not null) ?? throw new NotFoundException("Rating", request.Key);
            if ((await db.RaisedFromAsync(request.RoundId, cancellationToken)).TryGetValue(request.Key, out var made))
                return made;
            var need = new Need(territory.Id, await db.NextNumberAsync(territory.Id, cancellationToken), answer.Key, $"{answer.Name}: rated {answer.Value} of {Rating.Highest}", round.Round.On);
            need.Describe(answer.Key, need.Statement, answer.Evidence);
            need.Weigh(Math.Max(Need.Lowest, Rating.Highest - answer.Value!.Value), need.Urgency);
            need.ComeFrom(round.Round);
            db.Needs.Add(need);
            db.NeedSteps.Add(new NeedStep(need, NeedStepKind.Raised, need.RaisedOn, $"From the {round.Phrase}", user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return need.Number;
        }
    }
}
