using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Needs;

/// <summary>A territory rates itself with the questionnaire of the office. Until it hands that in it does not see the office's ratings; afterwards they stand beside its own.</summary>
public static class HandInSelfAssessment
{
    /// <param name="From">A self-assessment of earlier whose answers the form begins with.</param>
    [Allow(Role.Territory)]
    public sealed record Query(string Slug, Guid? From = null) : IRequest<Answer>;

    public sealed record Answer(Command Form, RoundSheet Sheet);

    [Allow(Role.Territory)]
    public sealed record Command : RoundAnswers, IRequest<Guid>
    {
        /// <summary>The territory's part of its address.</summary>
        public string Slug { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RoundAnswers.Validator());
    }

    public sealed class Reader(CcriDbContext db, CurrentUser user, RoundReader rounds, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            user.RequireOwn(territory.Id);
            var version = await db.NewestVersionAsync(cancellationToken);
            var earlier = (await rounds.ReadAsync(territory.Id, cancellationToken)).BySelf;
            var sheet = new RoundSheet(territory.Slug, territory.Name, version, await db.QuestionnaireOfAsync(version, cancellationToken), earlier.LastOrDefault());
            var from = earlier.FirstOrDefault(r => r.Round.Id == request.From);
            return new Answer(new Command { Slug = territory.Slug, Questionnaire = version.Id, On = calendar.Today, Respondents = from?.Round.Respondents, Ratings = sheet.AnswersOf(from) }, sheet);
        }
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            user.RequireOwn(territory.Id);
            return await db.AddRoundAsync(request, territory.Id, RoundKind.Self, user, calendar.Today, clock, cancellationToken);
        }
    }
}
