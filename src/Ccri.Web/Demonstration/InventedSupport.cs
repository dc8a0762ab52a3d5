using Ccri.Domain;
using Ccri.Domain.Needs;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Demonstration;

/// <summary>Assessments, needs and a year of support: for single territories where their tier entitles to it, and for groups of them. No organisation of the register is said to have given any of it.</summary>
internal sealed class InventedSupport(Invention invention, SupportCatalogue catalogue, Cast cast)
{
    private readonly InventedNeeds _needs = new(invention, catalogue, cast);

    private DateOnly Today => invention.Today;

    /// <summary>Of all territories of the cohort that have a name, also of those of which nothing else is invented.</summary>
    public static async Task MakeAsync(Invention invention, Cast cast, CcriDbContext db, CancellationToken cancellationToken)
    {
        var version = await db.QuestionnaireVersions.AsNoTracking().Include(v => v.Questions).Where(v => v.PublishedAt != null).OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken)
            ?? throw new RuleViolationException("The register has no questionnaire, which the demonstration is built around. Load the register first: scripts/ccri load");
        new InventedSupport(invention, invention.Catalogue.Support, cast).Make(await Supported.ReadAsync(db, cancellationToken), version);
    }

    private void Make(IReadOnlyList<Supported> territories, QuestionnaireVersion version)
    {
        Organisation[] partners = [Partner("A"), Partner("B")];
        var stories = new List<NeedStory>();
        foreach (var (i, territory) in territories.Index())
        {
            var own = _needs.Make(territory, InventedAssessments.Make(invention, territory, version, cast), i);
            stories.AddRange(own);
            Contacts(territory);
            if (!territory.Tier.IndividualSupport)
                continue;
            Plan(territory, partners[i % partners.Length]);
            foreach (var story in own.Where(s => s.IsToBeServed))
                Help(story, partners[(i + story.Need.Number / 3) % partners.Length]);
        }
        foreach (var happening in catalogue.Events)
            Gather(happening, territories, stories);
        foreach (var (i, territory) in territories.Where(t => !t.Tier.IndividualSupport).Index())
            if (i % 3 != 0)
                AnswerBy(territory, partners[0]);
        Except(stories.First(s => !s.Territory.Tier.IndividualSupport && s.Fate == Fate.InSupport), partners[1]);
        foreach (var story in stories)
            _needs.Judge(story);
    }

    private Organisation Partner(string letter)
    {
        var partner = invention.Mark(invention.Add(new Organisation(Invention.Say($"expert partner {letter}"))), null);
        partner.Remark(Invention.Source);
        return partner;
    }

    /// <summary>From the first quarter of the year behind to the one after this.</summary>
    private void Plan(Supported territory, Organisation partner)
    {
        var chance = new Chance($"{territory.Slug} planned days");
        for (var months = -12; months <= 3; months += 3)
            invention.Add(new PlannedDays(partner.Id, territory.Id, ExpertDayBook.QuarterOf(Today.AddMonths(months)), 0.5m * chance.From(2, 7)));
    }

    private void Help(NeedStory story, Organisation partner)
    {
        var chance = new Chance($"{story.Territory.Slug} help {story.Need.Number}");
        var (ideas, first) = (_needs.Ideas(story.Need.Dimension)!, story.Since.AddDays(15));
        var days = Enumerable.Range(0, chance.From(1, 2)).Select(_ => first.AddDays(chance.Below(Today.AddDays(-4).DayNumber - first.DayNumber))).Order().ToList();
        foreach (var (i, on) in days.Index())
        {
            var type = i == 0 && ActivityTypes.EntitlementOf(ideas.Wanted) is not null ? ideas.Wanted : chance.Of([ActivityType.TailoredSupport, ActivityType.ExpertMission, ActivityType.FollowUpCall]);
            Log(type, ideas.Help, on, type == ActivityType.FollowUpCall ? 0.25m : 0.25m * chance.From(3, 12), partner, [story.Territory], [story], chance);
        }
    }

    private void Gather(GroupEvent happening, IReadOnlyList<Supported> territories, List<NeedStory> stories)
    {
        var on = Today.AddDays(-happening.DaysAgo);
        var there = territories.Where(t => new Chance($"{happening.Title} {t.Slug}").In(happening.Percent)).ToList();
        Log(happening.Type, happening.Title, on, happening.Hours, null, there,
            [.. stories.Where(s => s.IsToBeServed && s.Since < on && there.Contains(s.Territory) && happening.Dimensions.Contains(s.Need.Dimension))], new Chance(happening.Title));
    }

    private void AnswerBy(Supported territory, Organisation partner)
    {
        var chance = new Chance($"{territory.Slug} helpdesk");
        Log(ActivityType.HelpdeskAnswer, chance.Of(catalogue.Questions), Today.AddDays(-chance.From(6, 340)), 0.25m, partner, [territory], [], chance);
    }

    /// <summary>Individual support for a territory whose tier does not entitle to it, with the reason of a coordinator.</summary>
    private void Except(NeedStory story, Organisation partner)
    {
        var (territory, on) = (story.Territory, Today.AddDays(-64));
        var activity = Log(ActivityType.ExpertMission, _needs.Ideas(story.Need.Dimension)!.Help, on, 1.5m, partner, [territory], [story], new Chance($"{territory.Slug} exception"));
        invention.Add(new Acceptance(Acceptance.TierEntitlement, activity.Id, territory.Id, territory.Tier.FingerprintFor(Entitlement.Individual, territory.Id),
            Invention.Say("the mission had been promised before the tier was agreed."), cast.Coordinator.Id, Invention.Afternoon(on)));
    }

    /// <param name="amount">Expert-days or hours, as the type is counted.</param>
    private SupportActivity Log(ActivityType type, string title, DateOnly on, decimal amount, Organisation? partner, IReadOnlyList<Supported> territories, IReadOnlyList<NeedStory> stories, Chance chance)
    {
        var isInDays = ActivityTypes.IsCountedInDays(type);
        var length = (int)Math.Ceiling(isInDays ? amount : amount / ExpertDays.Hours);
        var activity = invention.Add(new SupportActivity(type, Invention.Say(title), on, Today));
        activity.Hold(type, Invention.Say(title), on, length > 1 ? on.AddDays(length - 1) : null, Today);
        activity.GivenBy(partner?.Id, partner is null ? null : Invention.Say("an expert of the partner"), 1);
        activity.Measure(isInDays ? amount : null, isInDays ? null : amount, isInDays ? null : territories.Count * 2 + chance.Below(18));
        activity.CameOut(chance.In(80) ? Invention.Say(chance.Of(catalogue.Outcomes)) : null, chance.In(70) ? 0.1m * chance.From(29, 50) : null);
        activity.BeFor([.. territories.Select(t => t.Id)], [.. stories.Select(s => s.Need)]);
        activity.LoggedBy(cast.Officer.Id);
        foreach (var territory in activity.Territories)
            invention.Add(territory);
        foreach (var served in activity.Needs)
            invention.Add(served);
        foreach (var story in stories)
            story.Serve(on);
        return activity;
    }

    /// <summary>Some territories have heard nothing for long.</summary>
    private void Contacts(Supported territory)
    {
        var chance = new Chance($"{territory.Slug} contacts");
        for (var (i, count) = (0, territory.Tier.IndividualSupport ? 2 : chance.Below(2)); i < count; i++)
        {
            var on = Today.AddDays(-chance.From(9 + i * 90, 100 + i * 120));
            var contact = invention.Add(new LoggedContact(territory.Id, cast.Officer.Id, on, Invention.Say(chance.Of(catalogue.Contacts))));
            contact.Tell(chance.Of(Enum.GetValues<ContactKind>()), on, contact.Text, null, Today);
        }
    }
}
