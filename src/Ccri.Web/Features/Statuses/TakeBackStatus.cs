using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Statuses;

/// <summary>Back to the rule: what a person said goes, and what was said before it does not come back; the history and the audit keep both.</summary>
public static class TakeBackStatus
{
    /// <param name="AcceptanceId">The one that the page showed.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(StatusKind Kind, Guid Id, Guid AcceptanceId) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, StatusReader reader, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.StatusPlaceAsync(request.Kind, request.Id, cancellationToken);
            access.RequireOffice(place.TerritoryId);
            await using var held = await db.HoldAsync<Territory>(place.TerritoryId, cancellationToken); // nobody says anything else meanwhile
            var book = await reader.OfTerritoryAsync(place.TerritoryId, cancellationToken);
            var standing = book.Of(request.Id) ?? throw new NotFoundException(Words.Of(request.Kind), request.Id);
            if (standing.By is not { } by)
                throw Refusal.At(nameof(GiveStatus.Command.Given), "The rule decides it already; nothing is to be taken back.");
            if (by.AcceptanceId != request.AcceptanceId)
                throw Refusal.At(nameof(GiveStatus.Command.Given), $"{book.Who(by) ?? "The support office"} gave it another status meanwhile: “{by.Reason}”. Look at it again before you take it back.");

            db.Acceptances.RemoveRange(await db.Acceptances.Where(a => a.Rule == Acceptance.Status && a.SubjectId == request.Id).ToListAsync(cancellationToken));
            var now = clock.GetUtcNow().UtcDateTime;
            var ruled = StatusRule.Judge(standing.Of, book.Day, book.Overrides.Where(o => o.Key != request.Id).ToDictionary());
            db.StatusEntries.Add(ruled.Entry(place.TerritoryId, calendar.DayOf(now), now));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
