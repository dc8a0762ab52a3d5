using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>An item stays in the minutes and is left out of the group's report, with the reason that its annex prints.</summary>
public static class LeaveOutItem
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code, Guid Id) : IRequest<Answer>;

    /// <param name="Section">Where it stands, as the address calls it.</param>
    public sealed record Answer(Command Form, string Name, ItemKind Kind, string Text, string Section);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why it is left out, for example “Said twice; the session of May has it in full”.").Text("The reason", SessionItem.LongestReason);
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var (group, item) = await db.LedItemAsync(groups, request.Code, request.Id, cancellationToken);
            return new Answer(new Command { Code = group.Code, Id = item.Id, Version = item.Version, Reason = item.LeftOutReason }, group.Name, item.Kind, item.Text, ReportSections.Slug(ReportSections.Of(item.Kind)));
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var (_, item) = await db.LedItemAsync(groups, request.Code, request.Id, cancellationToken);
            db.ExpectVersion(item, request.Version);
            Refusal.Try(nameof(request.Reason), () => item.LeaveOut(request.Reason, user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
