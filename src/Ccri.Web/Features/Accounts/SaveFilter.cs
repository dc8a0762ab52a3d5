using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Keeps what a list shows now under a name, for oneself or for everybody who may see the list.</summary>
public static class SaveFilter
{
    /// <param name="Query">The address of the list after the question mark; what the list does not know is left out.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? List, string? Name, string? Query, bool IsShared) : IRequest<Outcome>;

    /// <param name="Address">Where the view is seen; always on this site.</param>
    public sealed record Outcome(Guid Id, string Address);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).NamesAView();
    }

    /// <summary>The same for a new view and for one that is renamed.</summary>
    internal static void NamesAView<T>(this IRuleBuilder<T, string?> name) => name
        .Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("Enter a name for the view, for example “Fellows without a lead”.")
        .Must(n => n is null || n.Trim().Length <= SavedFilter.LongestName).WithMessage((_, n) => $"The name has {Words.Of(n!.Trim().Length)} characters. Use at most {SavedFilter.LongestName}.");

    /// <summary>The unique index is the truth; this says it kindly.</summary>
    internal static async Task RequireNewName(CcriDbContext db, Guid id, Guid personId, string list, string name, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        if (await db.SavedFilters.AnyAsync(f => f.Id != id && f.PersonId == personId && f.List == list && f.Name == trimmed, cancellationToken))
            throw Refusal.At(nameof(Command.Name), $"You have a view called “{trimmed}” of this list already. Choose another name, or remove that view first.");
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var list = FilteredList.Find(request.List) ?? throw new NotFoundException("List", request.List ?? "");
            if (!SavedFiltersOfPerson.MayRead(user, list))
                throw new NotAllowedException("Your role does not include this list. A coordinator of the support office can give it to you.");
            if (request.IsShared && !SavedFiltersOfPerson.MayShare(user))
                throw new NotAllowedException("Views are shared by the support office. Save it for yourself, or ask a support officer to share it.");
            var personId = user.PersonId ?? throw new NotAllowedException("A view belongs to a person. Sign in on the site to save one.");

            await RequireNewName(db, Guid.Empty, personId, list.Key, request.Name!, cancellationToken);
            var filter = new SavedFilter(personId, list.Key, request.Name!, list.Normalise(request.Query), request.IsShared);
            db.SavedFilters.Add(filter);
            await db.SaveChangesAsync(cancellationToken);
            return new Outcome(filter.Id, list.AddressOf(filter.Query));
        }
    }
}
