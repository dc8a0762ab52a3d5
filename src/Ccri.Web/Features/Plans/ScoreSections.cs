using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>
/// Says how well a plan covers its twelve sections. Only what was changed in the form is saved, so that two officers who score two
/// sections do not collide; the new sum is the score after the newest review.
/// </summary>
public static class ScoreSections
{
    /// <summary>The twelve rows as they are saved.</summary>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Title">Of the plan.</param>
    public sealed record Answer(string Code, string Title, IReadOnlyList<Row> Rows);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";

        /// <summary>As many of the twelve as the form sent; a list that is there already would not be filled.</summary>
        public IReadOnlyList<Row>? Rows { get; init; }
    }

    public sealed record Row
    {
        public PlanSection Section { get; init; }

        /// <summary>Empty while it was not scored.</summary>
        public int? Score { get; init; }
        public string? Comment { get; init; }

        /// <summary>What the form showed first, to tell what was changed in it.</summary>
        public int? WasScore { get; init; }
        public string? WasComment { get; init; }

        public bool IsTouched => Score != WasScore || !Same(Comment, WasComment);

        public bool IsAs(int? score, string? comment) => Score == score && Same(Comment, comment);

        /// <summary>Whether nobody has saved anything else since the form was shown.</summary>
        public bool WasAs(SectionScore saved) => WasScore == saved.Score && Same(WasComment, saved.Comment);

        /// <summary>Browsers send line breaks as CR LF, whatever was shown.</summary>
        private static bool Same(string? a, string? b) => (a ?? "").ReplaceLineEndings("\n").Trim() == (b ?? "").ReplaceLineEndings("\n").Trim();
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Rows).ChildRules(row =>
        {
            row.RuleFor(r => r.Section).IsInEnum().WithMessage("There is no such section.");
            row.RuleFor(r => r.Score).InclusiveBetween(0, SectionScore.Highest).WithMessage($"A score is between 0 and {SectionScore.Highest}, not {{PropertyValue}}.");
            row.RuleFor(r => r.Score).NotNull().When(r => r.WasScore is not null || !string.IsNullOrWhiteSpace(r.Comment))
                .WithMessage(r => $"Score {Words.Of(r.Section).ToLowerInvariant()}, too: 0 when it is missing.");
            row.RuleFor(r => r.Comment).Text("The comment", Plan.LongestText);
        });
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireOffice(plan.TerritoryId);
            var saved = await db.SectionScores.AsNoTracking().Where(s => s.PlanId == plan.Id).ToDictionaryAsync(s => s.Section, cancellationToken);
            return new Answer(plan.Code, plan.Title, [.. Enum.GetValues<PlanSection>().Select(section => saved.GetValueOrDefault(section) is { } score
                ? new Row { Section = section, Score = score.Score, Comment = score.Comment, WasScore = score.Score, WasComment = score.Comment }
                : new Row { Section = section })]);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireOffice(plan.TerritoryId);
            await using var held = await db.HoldAsync<Plan>(plan.Id, cancellationToken); // both write the score after the newest review: the second adds up what the first saved
            var saved = await db.SectionScores.Where(s => s.PlanId == plan.Id).ToDictionaryAsync(s => s.Section, cancellationToken);
            foreach (var (index, row) in (request.Rows ?? []).Index().Where(r => r.Item.IsTouched && r.Item.Score is not null))
            {
                var score = saved.GetValueOrDefault(row.Section);
                if (row.IsAs(score?.Score, score?.Comment))
                    continue; // somebody else said the same
                if (score is not null && !row.WasAs(score))
                    throw Refusal.At($"Rows[{index}].Comment", $"{Words.Of(row.Section)}: somebody else scored it {score.Score} meanwhile{(score.Comment is null ? "" : $" and wrote “{score.Comment}”")}. Yours is still here; save again to keep it.");
                if (score is null)
                    db.SectionScores.Add(saved[row.Section] = score = new SectionScore(plan.Id, plan.TerritoryId, row.Section));
                Refusal.Try($"Rows[{index}].Score", () => score.Rate(row.Score!.Value, row.Comment));
            }
            var newest = await db.PlanReviews.Where(r => r.PlanId == plan.Id).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
            if (db.ChangeTracker.Entries<SectionScore>().Any(entry => entry.State is EntityState.Added or EntityState.Modified))
                newest?.Score(newest.ScoreBefore, saved.Values.Sum(s => s.Score));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
