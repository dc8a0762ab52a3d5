using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What happened with a territory, newest first: tiers, organisations, networks, members, plans, solutions, assessments, needs, support, sessions and events, and for the office its contacts. What has no day is not on it.</summary>
public static class GetTimeline
{
    public const int Newest = 20;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Slug) : IRequest<IReadOnlyList<Event>>;

    /// <param name="Address">Of the page that tells more, below the site's root.</param>
    public sealed record Event(DateOnly On, string What, string? Address = null);

    private sealed record Period(DateOnly? From, DateOnly? To, string Begins, string Ends);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, VisibleNeeds visible, GroupAccess groups, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Event>>
    {
        public async Task<IReadOnlyList<Event>> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(id);
            var periods = (await Tiers(id, cancellationToken)).Concat(await Organisations(id, cancellationToken)).Concat(await Networks(id, cancellationToken)).Concat(await Members(id, cancellationToken));
            var events = periods.SelectMany(Events).Concat(await Sessions(id, cancellationToken));
            if (user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory))
                events = events.Concat(await Plans(id, cancellationToken)).Concat(await Solutions(id, cancellationToken)).Concat(await Needs(id, request.Slug, cancellationToken)).Concat(await Support(id, cancellationToken));
            if (user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator))
                events = events.Concat(await Contacts(id, cancellationToken));
            return [.. events.Where(e => e.On <= calendar.Today).OrderByDescending(e => e.On).ThenBy(e => e.What, StringComparer.Ordinal).Take(Newest)];
        }

        private static IEnumerable<Event> Events(Period period)
        {
            if (period.From is { } from)
                yield return new Event(from, period.Begins);
            if (period.To is { } to)
                yield return new Event(to, period.Ends);
        }

        private async Task<List<Period>> Tiers(Guid id, CancellationToken cancellationToken) =>
            [.. (await db.Participations.Where(p => p.TerritoryId == id).Join(db.Tiers, p => p.TierId, t => t.Id, (p, t) => new { p.From, p.To, p.EndedBy, t.Name }).ToListAsync(cancellationToken))
                .Select(p => new Period(p.From, p.To, $"Is a {p.Name} from here on", p.EndedBy is { } end ? $"Last day as a {p.Name}: {Words.Of(end)}" : $"Last day as a {p.Name}"))];

        private async Task<List<Period>> Organisations(Guid id, CancellationToken cancellationToken) =>
            [.. (await db.OrganisationRoles.Where(r => r.TerritoryId == id).Join(db.Organisations, r => r.OrganisationId, o => o.Id, (r, o) => new { r.From, r.To, r.Kind, o.Name }).ToListAsync(cancellationToken))
                .Select(r => new Period(r.From, r.To, $"{Words.Of(r.Kind)}: {r.Name}", $"No longer {Words.Of(r.Kind).ToLowerInvariant()}: {r.Name}"))];

        private async Task<List<Period>> Networks(Guid id, CancellationToken cancellationToken) =>
            [.. (await db.NetworkMemberships.Where(m => m.TerritoryId == id).Join(db.Networks, m => m.NetworkId, n => n.Id, (m, n) => new { m.From, m.To, n.Name }).ToListAsync(cancellationToken))
                .Select(m => new Period(m.From, m.To, $"In {m.Name}", $"Left {m.Name}"))];

        private async Task<List<Period>> Members(Guid id, CancellationToken cancellationToken) =>
            [.. (await db.ClusterMembers.Where(m => m.TerritoryId == id).ToListAsync(cancellationToken)).Select(m => new Period(m.From, m.To, $"{m.Name} joined the cluster", $"{m.Name} left the cluster"))];

        /// <summary>The plan tells of its last adoption, which may have been put right since; its versions of the ones before.</summary>
        private async Task<List<Event>> Plans(Guid id, CancellationToken cancellationToken)
        {
            var plans = await db.Plans.Where(p => p.TerritoryId == id).Select(p => new { p.Id, p.Title, p.AdoptedOn, p.AdoptedBy }).ToListAsync(cancellationToken);
            var versions = await db.PlanVersions.Where(v => v.TerritoryId == id && v.AdoptedOn != null).OrderByDescending(v => v.Number).Select(v => new { v.PlanId, v.AdoptedOn, v.AdoptedBy }).ToListAsync(cancellationToken);
            var before = versions.GroupBy(v => v.PlanId).SelectMany(of => of.Skip(1)).Join(plans, v => v.PlanId, p => p.Id, (v, p) => (p.Title, v.AdoptedOn, v.AdoptedBy));
            return [.. plans.Select(p => (p.Title, p.AdoptedOn, p.AdoptedBy)).Concat(before).Where(a => a.AdoptedOn is not null)
                .Select(a => new Event(a.AdoptedOn!.Value, $"{a.Title} adopted{(a.AdoptedBy is null ? "" : $" by {a.AdoptedBy}")}"))];
        }

        private async Task<List<Event>> Solutions(Guid id, CancellationToken cancellationToken) =>
            [.. (await db.StateChanges.Where(c => c.TerritoryId == id).Join(db.Solutions, c => c.SolutionId, s => s.Id, (c, s) => new { c.On, c.Precision, c.To, c.Reason, s.Title }).ToListAsync(cancellationToken))
                .Select(c => new Event(c.On, $"{c.Title}: {Words.Of(c.To).ToLowerInvariant()}{Exactly(c.On, c.Precision)}. {c.Reason}")),
             .. (await db.PhaseEntries.Where(e => e.TerritoryId == id).Join(db.Solutions, e => e.SolutionId, s => s.Id, (e, s) => new { e.From, e.Precision, e.Phase, s.Title }).ToListAsync(cancellationToken))
                .Select(e => new Event(e.From, $"{e.Title}: phase {Words.Of(e.Phase)} begins{Exactly(e.From, e.Precision)}"))];

        /// <summary>Says of a day that only its month, quarter or year is known.</summary>
        private static string Exactly(DateOnly day, DatePrecision precision) => precision == DatePrecision.Day ? "" : $" ({Words.Of(new PartialDate(day, precision))})";

        /// <summary>That the office assessed a territory is told to everybody; what it found, on its page, once the territory may know.</summary>
        private async Task<List<Event>> Needs(Guid id, string slug, CancellationToken cancellationToken)
        {
            var seen = await visible.QueryAsync(cancellationToken);
            var rounds = await db.AssessmentRounds.Where(r => r.TerritoryId == id).Select(r => new { r.Kind, r.On }).ToListAsync(cancellationToken);
            var needs = await seen.Where(n => n.TerritoryId == id && n.SplitFromId == null).OrderByDescending(n => n.RaisedOn).Take(Newest).Select(n => new { n.Number, n.Statement, n.RaisedOn }).ToListAsync(cancellationToken);
            var verdicts = await (from s in db.NeedSteps.Where(s => s.TerritoryId == id && s.Kind == NeedStepKind.Judged)
                                  join n in seen on s.NeedId equals n.Id
                                  orderby s.On descending
                                  select new { s.On, s.Verdict, n.Number, n.Statement }).Take(Newest).ToListAsync(cancellationToken);
            return
            [
                .. rounds.Select(r => new Event(r.On, r.Kind == RoundKind.Self ? "Assessed itself" : "Assessed by the support office", $"needs/{slug}")),
                .. needs.Select(n => new Event(n.RaisedOn, $"Need raised: {n.Statement}", $"needs/{slug}/{n.Number}")),
                .. verdicts.Select(v => new Event(v.On, $"Need {Words.Of(v.Verdict!.Value).ToLowerInvariant()}: {v.Statement}", $"needs/{slug}/{v.Number}")),
            ];
        }

        private async Task<List<Event>> Support(Guid id, CancellationToken cancellationToken) =>
            [.. (await (from t in db.ActivityTerritories.Where(t => t.TerritoryId == id)
                        join a in db.SupportActivities on t.ActivityId equals a.Id
                        orderby a.On descending, a.Id descending
                        select new { a.Id, a.On, a.Type, a.Title }).Take(Newest).ToListAsync(cancellationToken))
                .Select(a => new Event(a.On, $"{Words.Of(a.Type)}: {a.Title}", $"support/{a.Id}"))];

        /// <summary>Sessions and events that it came to, as far as the user may read their minutes.</summary>
        private async Task<List<Event>> Sessions(Guid id, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var came = groups.Visible(db.Sessions.Where(s => s.StartsAt <= now && s.Attendees.Any(a => a.TerritoryId == id && a.Presence == Presence.Present)));
            return [.. (await came.OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id).Take(Newest).Select(s => new { s.Id, s.On, s.Precision, s.Kind, s.Topic }).ToListAsync(cancellationToken))
                .Select(s => new Event(s.On, $"{Words.Of(s.Kind)}: {s.Topic}{Exactly(s.On, s.Precision)}", $"working-groups/sessions/{s.Id}"))];
        }

        private async Task<List<Event>> Contacts(Guid id, CancellationToken cancellationToken) =>
            [.. (await db.LoggedContacts.Where(c => c.TerritoryId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Take(Newest).ToListAsync(cancellationToken))
                .Select(c => new Event(c.On, $"{Words.Of(c.Kind)}: {c.Text}"))];
    }
}
