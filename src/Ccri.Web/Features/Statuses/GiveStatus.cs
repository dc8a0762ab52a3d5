using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Statuses;

/// <summary>The office says how a thing stands instead of the rule, with a reason; it holds until what the rule looks at changes.</summary>
public static class GiveStatus
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public StatusKind Kind { get; init; }
        public Guid Id { get; init; }
        public Rag? Given { get; init; }
        public string? Reason { get; init; }

        /// <summary>The one that a person had given when the form was shown (<see cref="GetStatus.GivenStatus"/>).</summary>
        public Guid? Seen { get; init; }

        /// <summary>Of what the form showed (<see cref="GetStatus.Answer.Fingerprint"/>): nobody answers for facts that they have not seen.</summary>
        public string? Fingerprint { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Given).Cascade(CascadeMode.Stop).NotNull().WithMessage("Choose the status that it has.")
                .Must(given => Override.Offered.Contains(given!.Value)).WithMessage("A person says on track, at risk or off track. Complete is said by finishing the thing itself.");
            RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why, so that somebody else understands it later.").Text("The reason", Acceptance.LongestReason)
                .Must(reason => reason!.Trim().Length >= Acceptance.ShortestReason).WithMessage($"The reason is too short to help anybody later. Write at least {Acceptance.ShortestReason} characters.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatusReader reader, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.StatusPlaceAsync(request.Kind, request.Id, cancellationToken);
            access.RequireOffice(place.TerritoryId);
            await using var held = await db.HoldAsync<Territory>(place.TerritoryId, cancellationToken); // of two who speak at once, the second reads what the first said
            var book = await reader.OfTerritoryAsync(place.TerritoryId, cancellationToken);
            var standing = book.Of(request.Id) ?? throw new NotFoundException(Words.Of(request.Kind), request.Id);
            if ((standing.By ?? standing.Lapsed) is { } last && last.AcceptanceId != request.Seen)
                throw Refusal.At(nameof(Command.Given), $"{book.Who(last) ?? "The support office"} said {Words.Of(last.Status).ToLowerInvariant()} meanwhile: “{last.Reason}”. Save again to replace that, or leave it.");
            if (StatusRule.FingerprintOf(standing.Of, book.Day, book.Overrides) != request.Fingerprint)
                throw Refusal.At(nameof(Command.Given), $"What the rule looks at has changed since you opened this page. Read it again, then save again or leave it. Now it says {Words.Of(standing.Ruled?.Status ?? Rag.NoData).ToLowerInvariant()}: {Words.OfRule(standing)}");

            var now = clock.GetUtcNow().UtcDateTime;
            var on = calendar.DayOf(now); // the day on which it will be read to have been given
            Acceptance? given = null;
            Refusal.Try(nameof(Command.Given), () => given = Acceptance.OfStatus(request.Id, place.TerritoryId, request.Given!.Value, standing.Status,
                StatusRule.FingerprintOf(standing.Of, on, book.Overrides), request.Reason!, user.PersonId, now));
            db.Acceptances.Add(given!);
            db.StatusEntries.Add(new StatusEntry(request.Kind, request.Id, place.TerritoryId, given!.Given, given.Reason, byPerson: true, user.PersonId, on, now));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
