using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Takes a territory or an organisation into a working group.</summary>
public static class AddMember
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(string Name, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Organisations);

    public sealed record Choice(string Value, string Name);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest<Guid>
    {
        public string? Code { get; init; }
        public MemberCategory? Category { get; init; }

        /// <summary>The address of a territory.</summary>
        public string? Territory { get; init; }
        public Guid? Organisation { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Category).NotNull().WithMessage("Choose as what it takes part.");
            RuleFor(c => c.Category).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Territory).NotEmpty().When(c => c.Category is MemberCategory.Pilot or MemberCategory.Fellow).WithMessage("A Pilot or Fellow is a territory. Choose it.");
            RuleFor(c => c.Organisation).NotEmpty().When(c => c.Category is MemberCategory.CcriProject or MemberCategory.AssociatedPartner).WithMessage("A CCRI Project or Associated Partner is an organisation. Choose it.");
            RuleFor(c => c.Territory).Empty().When(c => c.Category is MemberCategory.CcriProject or MemberCategory.AssociatedPartner).WithMessage("A CCRI Project or Associated Partner is no territory. Leave “None”, or choose another category.");
            RuleFor(c => c.Organisation).Empty().When(c => c.Category is MemberCategory.Pilot or MemberCategory.Fellow).WithMessage("A Pilot or Fellow is no organisation. Leave “None”, or choose another category.");
            RuleFor(c => c.To).NotBefore(c => c.From);
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Source).Needed("Say where the membership is known from: an address, or the words of the source.");
        }
    }

    public sealed class Reader(CcriDbContext db, GroupAccess groups) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) => new(
            (await db.LedGroupAsync(groups, request.Code, cancellationToken)).Name,
            await db.Territories.OrderBy(t => t.IsPlaceholder).ThenBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Choice(t.Slug, t.Name)).ToListAsync(cancellationToken),
            [.. (await db.Organisations.OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken)).Select(o => new Choice($"{o.Id}", o.Name))]);
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var group = await db.LedGroupAsync(groups, request.Code, cancellationToken);
            var territory = await db.Territories.Where(t => t.Slug == request.Territory).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken);
            if (territory is null && !string.IsNullOrEmpty(request.Territory))
                throw Refusal.At(nameof(Command.Territory), "There is no such territory. Choose one of the list.");
            if (request.Organisation is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken))
                throw Refusal.At(nameof(Command.Organisation), "There is no such organisation. Choose one of the list.");
            var membership = new GroupMembership(group.Id, request.Category!.Value, territory, request.Organisation);
            membership.Last(request.From, request.To);
            await using var held = await db.HoldAsync<WorkingGroup>(group.Id, cancellationToken);
            await GroupMembershipTwice.RefuseAsync(db, membership, territory is null ? nameof(Command.Organisation) : nameof(Command.Territory), cancellationToken);
            db.GroupMemberships.Add(membership);
            db.CiteNew(membership.Id, territory, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return membership.Id;
        }
    }
}
