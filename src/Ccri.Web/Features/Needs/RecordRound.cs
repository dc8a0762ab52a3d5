using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>Records an assessment of a territory by the support office, with the newest questionnaire; an earlier round can be copied forward.</summary>
public static class RecordRound
{
    /// <param name="Slug">The territory's part of its address.</param>
    /// <param name="From">A round of the office whose answers the form begins with.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string Slug, Guid? From = null) : IRequest<Answer>;

    public sealed record Answer(Command Form, RoundSheet Sheet);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : RoundAnswers, IRequest<Guid>
    {
        /// <summary>The territory's part of its address.</summary>
        public string Slug { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RoundAnswers.Validator());
    }

    public sealed class Reader(CcriDbContext db, Access access, RoundReader rounds, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory.Id);
            var version = await db.NewestVersionAsync(cancellationToken);
            var earlier = (await rounds.ReadAsync(territory.Id, cancellationToken)).ByOffice;
            var sheet = new RoundSheet(territory.Slug, territory.Name, version, await db.QuestionnaireOfAsync(version, cancellationToken), earlier.LastOrDefault());
            var from = earlier.FirstOrDefault(r => r.Round.Id == request.From);
            return new Answer(new Command { Slug = territory.Slug, Questionnaire = version.Id, On = calendar.Today, Respondents = from?.Round.Respondents, Ratings = sheet.AnswersOf(from) }, sheet);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory.Id);
            return await db.AddRoundAsync(request, territory.Id, RoundKind.Office, user, calendar.Today, clock, cancellationToken);
        }
    }
}
