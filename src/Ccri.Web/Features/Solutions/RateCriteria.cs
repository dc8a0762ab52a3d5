using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Scores the ten criteria of a systemic solution in one form, each 0 to 3 with its evidence. Two who score different criteria at once do not collide.</summary>
public static class RateCriteria
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Form">All ten, in the order of the published checklist.</param>
    public sealed record Answer(Command Form, string Title);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Rating[] Ratings { get; init; } = [];
    }

    public sealed record Rating
    {
        public Criterion Criterion { get; init; }

        /// <summary>Of the score that the form showed; empty when there was none.</summary>
        public Guid? Version { get; init; }

        /// <summary>0 (not at all) to 3 (fully); empty while it is not assessed.</summary>
        public int? Score { get; init; }
        public string? Evidence { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Ratings).SetValidator(new RatingValidator());
    }

    private sealed class RatingValidator : AbstractValidator<Rating>
    {
        public RatingValidator()
        {
            RuleFor(r => r.Criterion).IsInEnum().WithMessage("There is no such criterion.");
            RuleFor(r => r.Score).Must(s => s is null or >= 0 and <= CriterionScore.Highest).WithMessage(r => $"A score is between 0 and {CriterionScore.Highest}, not {r.Score}.");
            RuleFor(r => r.Evidence).Must(e => e is null || e.Trim().Length <= Solution.LongestText && !e.Contains('\0')).WithMessage($"The evidence should have at most {Words.Of(Solution.LongestText)} characters.");
            RuleFor(r => r.Evidence).Must((r, e) => r.Score is null or 0 || !string.IsNullOrWhiteSpace(e)).WithMessage("A score above 0 needs its evidence: what shows it, in a sentence or by an address.");
            RuleFor(r => r.Score).NotNull().When(r => !string.IsNullOrWhiteSpace(r.Evidence)).WithMessage("Choose the score that the evidence stands for.");
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.AsNoTracking().ByCodeAsync(request.Code, cancellationToken);
            access.RequireOffice(solution.TerritoryId);
            var scores = await db.CriterionScores.AsNoTracking().Where(s => s.SolutionId == solution.Id).ToDictionaryAsync(s => s.Criterion, cancellationToken);
            var ratings = Enum.GetValues<Criterion>().Select(criterion => scores.GetValueOrDefault(criterion) is { } saved
                ? new Rating { Criterion = criterion, Version = saved.Version, Score = saved.Score, Evidence = saved.Evidence } : new Rating { Criterion = criterion });
            return new Answer(new Command { Code = solution.Code, Ratings = [.. ratings] }, solution.Title);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.SolutionAsync(request.Code, cancellationToken);
            access.RequireOffice(solution.TerritoryId);
            var scores = await db.CriterionScores.Where(s => s.SolutionId == solution.Id).ToDictionaryAsync(s => s.Criterion, cancellationToken);
            var refused = new List<ValidationFailure>();
            foreach (var (index, rating) in request.Ratings.Index())
            {
                var saved = scores.GetValueOrDefault(rating.Criterion);
                if (saved?.Score == rating.Score && Text(saved?.Evidence) == Text(rating.Evidence))
                    continue;
                if (saved is not null && saved.Version != rating.Version)
                    refused.Add(new ValidationFailure($"Ratings[{index}].Evidence", $"Somebody else scored it {saved.Score} meanwhile: “{saved.Evidence}”. Save again to keep yours, or type theirs."));
                else if (rating.Score is { } score)
                    Rate(saved ?? Added(solution, rating.Criterion), score, rating.Evidence, index, refused);
                else
                    db.CriterionScores.Remove(saved!); // taken back: not assessed
            }
            if (refused.Count > 0)
                throw new ValidationException(refused);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private CriterionScore Added(Solution solution, Criterion criterion) => db.CriterionScores.Add(new CriterionScore(solution.Id, solution.TerritoryId, criterion)).Entity;

        private void Rate(CriterionScore criterion, int score, string? evidence, int index, List<ValidationFailure> refused)
        {
            try
            {
                criterion.Rate(score, evidence, calendar.Today);
            }
            catch (RuleViolationException rule)
            {
                refused.Add(new ValidationFailure($"Ratings[{index}].Evidence", rule.Message));
            }
        }

        /// <summary>Browsers send line breaks as CR LF, whatever was shown.</summary>
        private static string Text(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
    }
}
