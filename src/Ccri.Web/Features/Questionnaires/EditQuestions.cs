using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>Edits the questions of the version that is not published yet, all in one form. A question that asks something else than before gets a key of its own, so that its answers are not compared.</summary>
public static class EditQuestions
{
    /// <summary>Rows for new questions at the end of the form.</summary>
    public const int EmptyRows = 3;

    [Allow(Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(Command Form, string Name, int Number);

    [Allow(Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";

        /// <summary>Of the version of the questionnaire.</summary>
        public Guid Version { get; init; }
        public string? Remark { get; init; }
        public TypedQuestion[] Questions { get; init; } = [];
    }

    public sealed record TypedQuestion
    {
        /// <summary>Empty of a new one.</summary>
        public string? Key { get; init; }

        /// <summary>The place in the order; of equal ones the upper row comes first.</summary>
        public int? Order { get; init; }
        public string? Cluster { get; init; }
        public string? Name { get; init; }
        public string? Text { get; init; }
        public bool AsksOther { get; init; }
        public bool IsRemoved { get; init; }

        /// <summary>An empty row at the end.</summary>
        internal bool IsEmpty => Key is null && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Cluster);
        internal bool IsLeftOut => IsRemoved || IsEmpty;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Remark).Text("The remark", Questionnaire.LongestText);
            RuleFor(c => c.Questions).Must(questions => questions.Any(q => !q.IsLeftOut)).WithMessage("A questionnaire asks at least one question.");
            RuleForEach(c => c.Questions).SetValidator(new QuestionValidator());
        }
    }

    private sealed class QuestionValidator : AbstractValidator<TypedQuestion>
    {
        public QuestionValidator() => When(q => !q.IsLeftOut, () =>
        {
            RuleFor(q => q.Cluster).Cascade(CascadeMode.Stop).Needed("Enter the cluster under which it stands.").Line("The cluster", Question.LongestName);
            RuleFor(q => q.Name).Cascade(CascadeMode.Stop).Needed("Enter the name of the question.").Line("The name", Question.LongestName);
            RuleFor(q => q.Text).Text("The question", Question.LongestText);
        });
    }

    public sealed class Reader(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var questionnaire = await db.QuestionnaireAsync(request.Code, cancellationToken);
            var version = await db.EditedVersionAsync(questionnaire, cancellationToken);
            var rows = version.Questions.OrderBy(q => q.Number).Select(q => new TypedQuestion { Key = q.Key, Order = q.Number, Cluster = q.Cluster, Name = q.Name, Text = q.Text });
            var empty = Enumerable.Range(version.Questions.Count + 1, EmptyRows).Select(order => new TypedQuestion { Order = order });
            return new Answer(new Command { Code = questionnaire.Code, Version = version.Version, Remark = version.Remark, Questions = [.. rows, .. empty] }, questionnaire.Name, version.Number);
        }
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var version = await db.EditedVersionAsync(await db.QuestionnaireAsync(request.Code, cancellationToken), cancellationToken);
            if (version.Version != request.Version)
                throw Refusal.At(nameof(Command.Version), "Somebody else edited this version while you were at it. Look at theirs in another window; save again to put yours in its place.");
            var taken = await db.KeysAsync(cancellationToken);
            var mine = version.Questions.Select(q => q.Key).ToHashSet();
            var asked = request.Questions.Where(q => !q.IsLeftOut).OrderBy(q => q.Order ?? int.MaxValue).Select(q =>
                new AskedQuestion(q.Key is { } key && mine.Contains(key) && !q.AsksOther ? key : QuestionKey.Of(q.Name!, taken), q.Cluster!, q.Name!, q.Text)).ToList();
            Refusal.Try(nameof(Command.Questions), () => version.Ask(asked, request.Remark));
            db.Entry(version).Property(v => v.Remark).IsModified = true; // the version of the whole is renewed, whichever question changed
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
