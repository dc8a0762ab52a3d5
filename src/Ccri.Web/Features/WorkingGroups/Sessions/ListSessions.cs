using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Sessions of working groups and other events by filter, a page at a time, the newest first: those that the user may read.</summary>
public static class ListSessions
{
    public const int PageSize = 50;

    /// <summary>The group of events for everybody.</summary>
    public const string ForEverybody = "none";

    /// <param name="Q">Part of the topic or the place; accents do not matter.</param>
    /// <param name="Group">The code of a working group, or <see cref="ForEverybody"/>.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string? Q = null, string? Group = null, SessionKind? Kind = null, SessionState? State = null, int? Year = null, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    /// <param name="MayLog">Whether the user logs sessions.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size, IReadOnlyList<GroupName> Groups, IReadOnlyList<int> Years, bool MayLog);

    public sealed record GroupName(string Code, string Name);

    public sealed record Row(Guid Id, SessionKind Kind, string Topic, SessionTime Time, DatePrecision Precision, string? GroupCode, string? Group, string? SubGroup, SessionFormat? Format, string? Place, SessionState State)
    {
        /// <summary>Territories and organisations of the register.</summary>
        public int Present { get; init; }

        /// <inheritdoc cref="Present"/>
        public int Expected { get; init; }

        /// <inheritdoc cref="Present"/>
        public int Missing { get; init; }

        /// <inheritdoc cref="Session.People"/>
        public int People { get; init; }
        public int Points { get; init; }
        public int OpenFollowUps { get; init; }

        /// <summary>Of what was loaded as history.</summary>
        public SourceLine? Source { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, GroupAccess groups, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = groups.Visible(db.Sessions.AsNoTracking());
            var names = (await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new { g.Id, Name = new GroupName(g.Code, g.Name) }).ToListAsync(cancellationToken)).ToDictionary(g => g.Id, g => g.Name);
            var days = await visible.Select(s => s.On).Distinct().ToListAsync(cancellationToken);
            var found = Found(await Matching(visible, request).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id).Select(s => new Key(s.Id, s.Topic, s.Place)).ToListAsync(cancellationToken), request.Q);
            var page = Math.Min(request.Page, Math.Max(1, (found.Count + request.Size - 1) / request.Size));
            var rows = await RowsAsync([.. found.Skip((page - 1) * request.Size).Take(request.Size).Select(k => k.Id)], names, cancellationToken);
            return new Answer(rows, found.Count, page, request.Size, [.. names.Values], [.. days.Select(d => d.Year).Distinct().OrderDescending()], groups.WritesAnywhere);
        }

        private IQueryable<Session> Matching(IQueryable<Session> sessions, Query request)
        {
            if (request.Group == ForEverybody)
                sessions = sessions.Where(s => s.WorkingGroupId == null);
            else if (request.Group?.Trim().ToUpperInvariant() is { Length: > 0 } code)
                sessions = sessions.Where(s => db.WorkingGroups.Any(g => g.Id == s.WorkingGroupId && g.Code == code));
            if (request.Kind is { } kind)
                sessions = sessions.Where(s => s.Kind == kind);
            if (request.State is { } state)
                sessions = sessions.Where(s => s.State == state);
            if (request.Year is { } year)
            {
                var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
                sessions = sessions.Where(s => s.On >= from && s.On <= to);
            }
            return sessions;
        }

        /// <summary>Of the sessions of one page, in that order.</summary>
        private async Task<IReadOnlyList<Row>> RowsAsync(List<Guid> ids, Dictionary<Guid, GroupName> names, CancellationToken cancellationToken)
        {
            var sources = (await db.FactNotes.AsNoTracking().Where(n => ids.Contains(n.SubjectId)).OrderBy(n => n.Id).ToListAsync(cancellationToken)).ToLookup(n => n.SubjectId);
            var parts = await db.SubGroups.Where(g => db.Sessions.Any(s => ids.Contains(s.Id) && s.SubGroupId == g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
            var guests = await db.Guests.Where(g => ids.Contains(g.SessionId)).GroupBy(g => g.SessionId).Select(g => new { g.Key, People = g.Sum(x => x.People) }).ToDictionaryAsync(g => g.Key, g => g.People, cancellationToken);
            var rows = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new
            {
                Session = s,
                Present = s.Attendees.Count(a => a.Presence == Presence.Present), Expected = s.Attendees.Count(a => a.Presence == Presence.Expected), Missing = s.Attendees.Count(a => a.Presence == Presence.Missing),
                Points = s.Items.Count(i => i.Kind != ItemKind.Action), Open = s.Items.Count(i => i.Kind == ItemKind.Action && i.DoneAt == null),
            }).ToDictionaryAsync(s => s.Session.Id, cancellationToken);
            return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r =>
            {
                var (s, group) = (r.Session, r.Session.WorkingGroupId is { } of ? names[of] : null);
                return new Row(s.Id, s.Kind, s.Topic, s.Time, s.Precision, group?.Code, group?.Name, s.SubGroupId is { } part ? parts[part] : null, s.Format, s.Place, s.State)
                {
                    Present = r.Present, Expected = r.Expected, Missing = r.Missing, Points = r.Points, OpenFollowUps = r.Open,
                    People = s.PeopleOnSite is null && s.PeopleOnline is null ? r.Present + guests.GetValueOrDefault(s.Id) : (s.PeopleOnSite ?? 0) + (s.PeopleOnline ?? 0),
                    Source = SourceLine.Of(sources[s.Id].FirstOrDefault(), calendar),
                };
            })];
        }

        /// <summary>No database folds accents, and sessions are few enough to fold here.</summary>
        private static List<Key> Found(List<Key> rows, string? q)
        {
            if (string.IsNullOrWhiteSpace(q))
                return rows;
            var folded = Folding.ForSearch(q.Trim());
            return rows.FindAll(r => new[] { r.Topic, r.Place }.OfType<string>().Any(text => Folding.ForSearch(text).Contains(folded, StringComparison.Ordinal)));
        }

        private sealed record Key(Guid Id, string Topic, string? Place);
    }
}
