using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A session with its files and what the user may do with it.</summary>
public static class GetSession
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Now">UTC.</param>
    /// <param name="Source">Of what was loaded as history.</param>
    public sealed record Answer(SessionSheet Sheet, DateTime Now, IReadOnlyList<FileLine> Files, SourceLine? Source, bool MayWrite)
    {
        public string? LoggedBy { get; init; }

        /// <summary>For those who read drafts.</summary>
        public IReadOnlyList<KeptVersion> Versions { get; init; } = [];

        /// <summary>For whom the user may object.</summary>
        public IReadOnlyList<SheetAttendee> ObjectsFor { get; init; } = [];

        /// <summary>Ids of the follow-ups that the user may call done.</summary>
        public IReadOnlyCollection<Guid> MayFinish { get; init; } = [];

        public bool IsAhead => Sheet.StartsAt > Now;
        public bool IsFree => Sheet.State != SessionState.Final && Now < FreeUntil;

        /// <summary>UTC; until then it is put right without further ado.</summary>
        public DateTime FreeUntil => Sheet.FreeUntil;
    }

    /// <param name="At">UTC.</param>
    public sealed record KeptVersion(int Number, string Reason, string? Who, DateTime At);

    public sealed class Handler(CcriDbContext db, SessionReader reader, GroupAccess groups, CurrentUser user, StoredFiles files, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var sheet = await reader.FindAsync(request.Id, cancellationToken);
            var note = await db.FactNotes.AsNoTracking().Where(n => n.SubjectId == sheet.Id).OrderBy(n => n.Id).FirstOrDefaultAsync(cancellationToken);
            var mayWrite = groups.MayWrite(sheet.GroupId, sheet.SubGroupId);
            var own = user.Roles.Where(r => r.Role == Role.Territory).Select(r => r.TerritoryId).OfType<Guid>().ToHashSet();
            return new Answer(sheet, clock.GetUtcNow().UtcDateTime, await files.ReadAsync(FileOwner.Session(sheet.Id), cancellationToken), SourceLine.Of(note, calendar), mayWrite)
            {
                LoggedBy = await db.Persons.Where(p => p.Id == sheet.LoggedById).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken),
                Versions = groups.SeesAll ? await VersionsAsync(sheet.Id, cancellationToken) : [],
                ObjectsFor = sheet.State == SessionState.Circulated ? [.. sheet.Attendees.Where(a => a.Presence == Presence.Present && (mayWrite || a.IsTerritory && own.Contains(a.Key)))] : [],
                MayFinish = [.. sheet.Items.Where(i => groups.MayFinish(sheet.GroupId, sheet.SubGroupId, i.OwnerId, i.OwnerTerritoryId)).Select(i => i.Id)],
            };
        }

        private async Task<IReadOnlyList<KeptVersion>> VersionsAsync(Guid id, CancellationToken cancellationToken) =>
            await db.MinutesVersions.Where(v => v.SessionId == id).OrderBy(v => v.Number).Select(v => new KeptVersion(v.Number, v.Reason, db.Persons.Where(p => p.Id == v.PersonId).Select(p => p.Name).FirstOrDefault(), v.At)).ToListAsync(cancellationToken);
    }
}
