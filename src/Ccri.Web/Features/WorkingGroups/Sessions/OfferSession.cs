using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>What the form of a session offers: the groups in which the user writes, the members of the one that is chosen, and who may be given a follow-up.</summary>
public static class OfferSession
{
    /// <param name="Group">See <see cref="GroupKey"/>.</param>
    /// <param name="On">The day whose members are meant; empty: today.</param>
    /// <param name="Ticked">Ids of whatever is ticked in the form: territories, organisations, solutions.</param>
    /// <param name="Session">The one that is edited, which keeps those who have left the group since.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string? Group, DateOnly? On, IReadOnlyCollection<Guid> Ticked, Guid? Session = null) : IRequest<Answer>;

    public sealed record Answer
    {
        public required IReadOnlyList<SelectListItem> Groups { get; init; }

        /// <summary>See <see cref="SessionFields.MembersOf"/>.</summary>
        public required string MembersOf { get; init; }
        public required IReadOnlyList<Choice> Members { get; init; }
        public required IReadOnlyList<Choice> OtherTerritories { get; init; }
        public required IReadOnlyList<Choice> OtherOrganisations { get; init; }

        /// <summary>Which a point may be about.</summary>
        public required IReadOnlyList<Choice> Territories { get; init; }

        /// <inheritdoc cref="Territories"/>
        public required IReadOnlyList<Choice> Solutions { get; init; }
        public required IReadOnlyList<SelectListItem> Owners { get; init; }
        public required IReadOnlyList<SelectListItem> Zones { get; init; }
        public required IReadOnlyList<SelectListItem> Countries { get; init; }
    }

    public sealed record Choice(Guid Id, string Name);

    /// <summary>Where members of the groups and their guests are at home; another one that a session has is offered beside them.</summary>
    private static readonly string[] Zones =
    [
        SessionTime.Brussels, "Europe/London", "Europe/Lisbon", "Europe/Dublin", "Europe/Paris", "Europe/Berlin", "Europe/Rome", "Europe/Madrid", "Europe/Warsaw", "Europe/Stockholm", "Europe/Athens", "Europe/Helsinki",
        "Europe/Bucharest", "Europe/Sofia", "Europe/Istanbul", "Atlantic/Azores", "Atlantic/Canary", "America/New_York", "Asia/Tokyo", "Etc/UTC",
    ];

    public sealed class Handler(CcriDbContext db, SessionBook book, GroupAccess groups, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var members = (await book.MembersAsync(request.Group, request.On ?? calendar.Today, request.Session, cancellationToken)).Select(m => m.Key).ToHashSet();
            var territories = await db.Territories.Where(t => !t.IsPlaceholder || request.Ticked.Contains(t.Id) || members.Contains(t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Choice(t.Id, t.Name)).ToListAsync(cancellationToken);
            var organisations = await db.Organisations.OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new Choice(o.Id, o.Acronym ?? o.Name)).ToListAsync(cancellationToken);
            var about = territories.Where(t => members.Contains(t.Id) || request.Ticked.Contains(t.Id)).ToList();
            var zone = await db.Sessions.Where(s => s.Id == request.Session).Select(s => s.Zone).SingleOrDefaultAsync(cancellationToken);
            return new Answer
            {
                Groups = await GroupsAsync(cancellationToken),
                MembersOf = SessionFields.MembersKey(request.Group, request.On),
                Members = [.. territories.Concat(organisations).Where(c => members.Contains(c.Id))],
                OtherTerritories = territories.FindAll(t => !members.Contains(t.Id)),
                OtherOrganisations = organisations.FindAll(o => !members.Contains(o.Id)),
                Territories = about,
                Solutions = await SolutionsAsync(about.ConvertAll(t => t.Id), request.Ticked, cancellationToken),
                Owners = await OwnersAsync(territories, request.Session, cancellationToken),
                Zones = [.. Zones.Append(zone).OfType<string>().Distinct().Select(z => new SelectListItem(Words.City(z), z))],
                Countries = Choices.Of("Not known", await db.Countries.OrderBy(c => c.Name).Select(c => new { c.Code, c.Name }).ToListAsync(cancellationToken), c => c.Code, c => c.Name),
            };
        }

        /// <summary>Those in which the user writes, the own ones first.</summary>
        private async Task<IReadOnlyList<SelectListItem>> GroupsAsync(CancellationToken cancellationToken)
        {
            var all = (await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new { g.Id, g.Code, g.Name }).ToListAsync(cancellationToken)).OrderByDescending(g => groups.OwnGroups.Contains(g.Id));
            var parts = (await db.SubGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new { g.Id, g.WorkingGroupId, g.Name }).ToListAsync(cancellationToken)).ToLookup(g => g.WorkingGroupId);
            return
            [
                .. all.SelectMany(g => parts[g.Id].Where(part => groups.MayWrite(g.Id, part.Id)).Select(part => new SelectListItem($"{g.Name}: {part.Name}", $"{new GroupKey(g.Code, part.Id)}"))
                    .Prepend(groups.MayWrite(g.Id, null) ? new SelectListItem(g.Name, g.Code) : null).OfType<SelectListItem>()),
                .. groups.MayWrite(null, null) ? new[] { new SelectListItem("No group: an event for everybody", "") } : [],
            ];
        }

        private async Task<IReadOnlyList<Choice>> SolutionsAsync(List<Guid> territories, IReadOnlyCollection<Guid> ticked, CancellationToken cancellationToken) =>
            await db.Solutions.Where(s => territories.Contains(s.TerritoryId) || ticked.Contains(s.Id)).OrderBy(s => s.SearchTitle).ThenBy(s => s.Id).Select(s => new Choice(s.Id, s.Title)).ToListAsync(cancellationToken);

        /// <summary>The one who asks first; whoever has a follow-up of the session keeps it, also after leaving.</summary>
        private async Task<IReadOnlyList<SelectListItem>> OwnersAsync(List<Choice> territories, Guid? session, CancellationToken cancellationToken)
        {
            var (people, places) = (new SelectListGroup { Name = "People" }, new SelectListGroup { Name = "Territories" });
            var persons = await book.Owners().Union(db.Persons.Where(p => db.SessionItems.Any(i => i.SessionId == session && i.OwnerId == p.Id))).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new Choice(p.Id, p.Name)).ToListAsync(cancellationToken);
            return
            [
                .. persons.OrderByDescending(p => p.Id == user.PersonId).Select(p => new SelectListItem(p.Id == user.PersonId ? $"{p.Name} (you)" : p.Name, $"{new OwnerKey(p.Id, null)}") { Group = people }),
                .. territories.Select(t => new SelectListItem(t.Name, $"{new OwnerKey(null, t.Id)}") { Group = places }),
            ];
        }
    }
}
