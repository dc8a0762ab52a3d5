using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>One plan: its header, where it stands, how well it covers its sections, its reviews and versions.</summary>
public static class GetPlan
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Details>;

    public sealed record Details(Guid Id, string Code, PlanKind Kind, string Title, PlanStatus Status, Guid TerritoryId, string Territory, string Slug)
    {
        public Guid Version { get; init; }
        public string? Summary { get; init; }
        public string? PartOf { get; init; }
        public string? Language { get; init; }
        public string? Address { get; init; }
        public int? ValidFrom { get; init; }
        public int? ValidTo { get; init; }
        public DateOnly? AdoptedOn { get; init; }
        public string? AdoptedBy { get; init; }

        /// <summary>In cents of <see cref="Currency"/>; empty is not known.</summary>
        public long? Budget { get; init; }
        public string Currency { get; init; } = Money.Euro;
        public int? PriceYear { get; init; }
        public string? ObjectiveWord { get; init; }

        /// <summary>What the published plan counts, each beside how many are here.</summary>
        public IReadOnlyList<Count> Counts { get; init; } = [];

        /// <summary>Of an investment plan: what it finances. Of an action plan: what finances it.</summary>
        public IReadOnlyList<Other> Others { get; init; } = [];
        public IReadOnlyList<Section> Sections { get; init; } = [];

        /// <summary>What does not fit in it, accepted or not.</summary>
        public IReadOnlyList<ShownFinding> Findings { get; init; } = [];
        public IReadOnlyList<Review> Reviews { get; init; } = [];

        /// <summary>Newest first.</summary>
        public IReadOnlyList<VersionRow> Versions { get; init; } = [];
        public SourceLine? Source { get; init; }

        /// <summary>Of 36; empty while no section is scored.</summary>
        public int? Score => Sections.Count == 0 ? null : Sections.Sum(s => s.Score);
    }

    /// <param name="Noun">Objectives, levers, actions.</param>
    /// <param name="Published">Empty when the plan does not say, or nobody has read it there.</param>
    public sealed record Count(string Noun, int? Published, int Here);

    public sealed record Other(string Code, PlanKind Kind, string Title);

    public sealed record Section(PlanSection What, int Score, string? Comment);

    /// <param name="Partner">The organisation that reviewed it.</param>
    public sealed record Review(Guid Id, DateOnly On, string? Partner, string? Summary, int? ScoreBefore, int? ScoreAfter)
    {
        public IReadOnlyList<Advice> Recommendations { get; init; } = [];
    }

    public sealed record Advice(Guid Id, Guid Version, Guid ReviewId, PlanSection? Section, string Text, Uptake Uptake, string? Answer, DateOnly? AnsweredOn);

    /// <param name="At">UTC.</param>
    public sealed record VersionRow(int Number, VersionOccasion Occasion, string? Note, DateTime At, string? Who);

    public sealed class Handler(CcriDbContext db, Access access, FindingReader findings, ProgrammeCalendar calendar) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (from p in db.Plans.AsNoTracking().Where(p => p.Code == request.Code)
                               join t in db.Territories on p.TerritoryId equals t.Id
                               select new { Plan = p, t.Name, t.Slug }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Plan", request.Code);
            var plan = found.Plan;
            access.RequireReadOfWork(plan.TerritoryId);
            var notes = await db.NotesOf([plan.Id], cancellationToken);
            return new Details(plan.Id, plan.Code, plan.Kind, plan.Title, plan.Status, plan.TerritoryId, found.Name, found.Slug)
            {
                Version = plan.Version, Summary = plan.Summary, PartOf = plan.PartOf, Language = plan.Language, Address = plan.Address, ValidFrom = plan.ValidFrom, ValidTo = plan.ValidTo,
                AdoptedOn = plan.AdoptedOn, AdoptedBy = plan.AdoptedBy, Budget = plan.Budget, Currency = plan.Currency, PriceYear = plan.PriceYear, ObjectiveWord = plan.ObjectiveWord,
                Counts = plan.Kind == PlanKind.Ceap ? await CountsAsync(plan, cancellationToken) : [],
                Others = await db.Plans.Where(p => p.Id == plan.ActionPlanId || p.ActionPlanId == plan.Id).OrderBy(p => p.Code).Select(p => new Other(p.Code, p.Kind, p.Title)).ToListAsync(cancellationToken),
                Sections = [.. (await db.SectionScores.Where(s => s.PlanId == plan.Id).Select(s => new Section(s.Section, s.Score, s.Comment)).ToListAsync(cancellationToken)).OrderBy(s => s.What)],
                Findings = [.. (await findings.OfTerritoryAsync(plan.TerritoryId, cancellationToken)).Where(f => f.Finding.PlanIds.Contains(plan.Id))],
                Reviews = await ReviewsAsync(plan.Id, cancellationToken),
                Versions = await VersionsAsync(plan.Id, cancellationToken),
                Source = SourceLine.Of(notes.GetValueOrDefault(plan.Id), calendar),
            };
        }

        private async Task<IReadOnlyList<Count>> CountsAsync(Plan plan, CancellationToken cancellationToken)
        {
            var objectives = await db.Objectives.Where(o => o.PlanId == plan.Id).GroupBy(o => o.IsLever).Select(g => new { IsLever = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var actions = await db.PlanActions.CountAsync(a => a.PlanId == plan.Id, cancellationToken);
            return
            [
                new("objective", plan.PublishedObjectives, objectives.Find(o => !o.IsLever)?.Count ?? 0),
                new("lever", plan.PublishedLevers, objectives.Find(o => o.IsLever)?.Count ?? 0),
                new("action", plan.PublishedActions, actions),
            ];
        }

        private async Task<IReadOnlyList<Review>> ReviewsAsync(Guid plan, CancellationToken cancellationToken)
        {
            var reviews = await (from r in db.PlanReviews.Where(r => r.PlanId == plan)
                                 join o in db.Organisations on r.OrganisationId equals o.Id into organisations
                                 from organisation in organisations.DefaultIfEmpty()
                                 orderby r.On descending, r.Id descending
                                 select new Review(r.Id, r.On, organisation!.Name, r.Summary, r.ScoreBefore, r.ScoreAfter)).ToListAsync(cancellationToken);
            var advice = (await db.Recommendations.Where(r => r.PlanId == plan).OrderBy(r => r.Id)
                .Select(r => new Advice(r.Id, r.Version, r.ReviewId, r.Section, r.Text, r.Uptake, r.Answer, r.AnsweredOn)).ToListAsync(cancellationToken)).ToLookup(r => r.ReviewId);
            return [.. reviews.Select(r => r with { Recommendations = [.. advice[r.Id].OrderBy(a => a.Uptake).ThenBy(a => a.Section is null).ThenBy(a => a.Section).ThenBy(a => a.Id)] })];
        }

        private Task<List<VersionRow>> VersionsAsync(Guid plan, CancellationToken cancellationToken) =>
            (from v in db.PlanVersions.Where(v => v.PlanId == plan)
             join p in db.Persons on v.PersonId equals p.Id into persons
             from person in persons.DefaultIfEmpty()
             orderby v.Number descending
             select new VersionRow(v.Number, v.Occasion, v.Note, v.At, person!.Name)).ToListAsync(cancellationToken);
    }
}
