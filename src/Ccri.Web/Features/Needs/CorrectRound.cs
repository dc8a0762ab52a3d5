using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>Puts the newest round of its kind right; what came before it is history and never changes.</summary>
public static class CorrectRound
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug, Guid Id) : IRequest<Answer>;

    public sealed record Answer(Command Form, RoundSheet Sheet, ShownRound Round);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : RoundAnswers, IRequest
    {
        public string Slug { get; init; } = "";
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RoundAnswers.Validator());
    }

    public sealed class Reader(CcriDbContext db, Access access, CurrentUser user, RoundReader rounds) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireReadOfWork(territory.Id);
            var all = (await rounds.ReadAsync(territory.Id, cancellationToken)).Shown;
            var shown = all.FirstOrDefault(r => r.Round.Id == request.Id) ?? throw new NotFoundException("Round", request.Id);
            var round = shown.Round;
            RequireMine(access, user, round);
            RequireNewest(round, all.Select(r => r.Round));
            RequireAlone(round, all.Select(r => r.Round));
            var version = await db.QuestionnaireVersions.AsNoTracking().Include(v => v.Questions).SingleAsync(v => v.Id == round.VersionId, cancellationToken);
            var sheet = new RoundSheet(territory.Slug, territory.Name, version, shown.Questionnaire, all.LastOrDefault(r => r.Round.Kind == round.Kind && r.Round.On < round.On));
            return new Answer(new Command
            {
                Slug = territory.Slug, Id = round.Id, Version = round.Version, Questionnaire = version.Id, On = round.On, Respondents = round.Respondents, Note = round.Note, Ratings = sheet.AnswersOf(shown),
            }, sheet, shown);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            var round = await db.AssessmentRounds.Include(r => r.Ratings).SingleOrDefaultAsync(r => r.Id == request.Id && r.TerritoryId == territory.Id, cancellationToken) ?? throw new NotFoundException("Round", request.Id);
            RequireMine(access, user, round);
            var all = await db.AssessmentRounds.AsNoTracking().Where(r => r.TerritoryId == territory.Id && r.Id != round.Id).ToListAsync(cancellationToken);
            var others = all.Where(r => r.Kind == round.Kind).ToList();
            RequireNewest(round, others);
            RequireAlone(round, all);
            if (round.Version != request.Version)
                throw Refusal.At(nameof(Command.Version), "Somebody else put this round right while you were at it. What they saved stands at each question where it differs; save again to keep yours.");
            await request.RequireFreeDayAsync(db, territory.Id, round.Kind, round.Id, cancellationToken);
            if (others.OrderBy(r => r.On).LastOrDefault() is { } before && request.On < before.On)
                throw Refusal.At(nameof(request.On), $"The round before was held on {Words.Of(before.On)}. This one came after it.");
            var version = await db.QuestionnaireVersions.AsNoTracking().Include(v => v.Questions).SingleAsync(v => v.Id == round.VersionId, cancellationToken);
            request.Fill(round, version, calendar.Today);
            round.Record(user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    private static void RequireMine(Access access, CurrentUser user, AssessmentRound round)
    {
        if (round.Kind == RoundKind.Office)
            access.RequireOffice(round.TerritoryId);
        else
            user.RequireOwn(round.TerritoryId);
    }

    /// <summary>Who sees the office's ratings is led by them.</summary>
    private static void RequireAlone(AssessmentRound round, IEnumerable<AssessmentRound> rounds)
    {
        if (round.StandsBesideTheOffice(rounds))
            throw new RuleViolationException("The office's ratings stand beside it now, so it stays as it was handed in. Rate again with a new self-assessment.");
    }

    private static void RequireNewest(AssessmentRound round, IEnumerable<AssessmentRound> rounds)
    {
        if (rounds.Any(r => r.Kind == round.Kind && r.On > round.On))
            throw new RuleViolationException($"The round of {Words.Of(round.On)} is history: a newer one was recorded, and an old one never changes. Record what is so today as a round of its own.");
    }
}
