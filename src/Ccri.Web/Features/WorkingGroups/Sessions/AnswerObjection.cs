using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Who writes in the group accepts an objection or declines it, with an answer that stays beside it.</summary>
public static class AnswerObjection
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(Guid Id, int Number) : IRequest<Answer>;

    public sealed record Answer(Command Form, string Topic, SheetObjection Objection);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public int Number { get; init; }
        public Guid Version { get; init; }

        /// <summary>Whether the minutes are put right.</summary>
        public bool? IsAccepted { get; init; }
        public string? Text { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.IsAccepted).NotNull().WithMessage("Choose whether the minutes are put right.");
            RuleFor(c => c.Text).Cascade(CascadeMode.Stop).Needed("Answer in a sentence: what was put right, or why the minutes stay.").Text("The answer", Objection.LongestText);
        }
    }

    public sealed class Reader(CcriDbContext db, SessionReader reader, GroupAccess groups) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var sheet = await reader.FindAsync(request.Id, cancellationToken);
            groups.RequireWrite(sheet.GroupId, sheet.SubGroupId);
            var objection = sheet.Objections.FirstOrDefault(o => o.Number == request.Number) ?? throw new NotFoundException("Objection", request.Number);
            var version = await db.Objections.Where(o => o.Id == objection.Id).Select(o => o.Version).SingleAsync(cancellationToken);
            return new Answer(new Command { Id = sheet.Id, Number = objection.Number, Version = version }, sheet.Topic, objection);
        }
    }

    public sealed class Handler(CcriDbContext db, SessionBook book, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            var objection = session.Objections.FirstOrDefault(o => o.Number == request.Number) ?? throw new NotFoundException("Objection", request.Number);
            db.ExpectVersion(objection, request.Version);
            objection.Close(request.IsAccepted!.Value, request.Text, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
