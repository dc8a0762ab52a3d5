using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Everything about one solution but its roadmap, of which only what comes next is told.</summary>
public static class GetSolution
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Details>;

    public sealed record Details(Profile Profile)
    {
        /// <summary>In the order in which they were entered.</summary>
        public IReadOnlyList<PhaseRow> Phases { get; init; } = [];

        /// <summary>The newest first.</summary>
        public IReadOnlyList<StateRow> Changes { get; init; } = [];
        public IReadOnlyList<StrandRow> Strands { get; init; } = [];
        public IReadOnlyList<ActorRow> Actors { get; init; } = [];
        public IReadOnlyList<FactorRow> Factors { get; init; } = [];
        public IReadOnlyList<ScoreRow> Scores { get; init; } = [];
        public RoadmapRow Roadmap { get; init; } = new(0, 0, 0, null, null);
        public IReadOnlyList<LinkRow> Actions { get; init; } = [];
        public IReadOnlyList<LinkRow> Projects { get; init; } = [];
        public SourceLine? Source { get; init; }
        public ShownStatus? Status { get; init; }

        /// <summary>Why the office supports it although the tier does not entitle to that; not for readers from outside the office.</summary>
        public string? Exception { get; init; }

        public int Total => Scores.Sum(s => s.Score);
    }

    public sealed record Profile(Guid Id, string Code, string Title, Guid TerritoryId, string Territory, string Slug, SolutionState State, Phase? Phase, bool IsSupported)
    {
        public string? Description { get; init; }
        public string? Objectives { get; init; }
        public string? PlanCode { get; init; }
        public string? Plan { get; init; }
        public IReadOnlyList<string> Sectors { get; init; } = [];
        public IReadOnlyList<string> ValueChains { get; init; } = [];
    }

    public sealed record PhaseRow(Guid Id, Phase Phase, DateOnly From, DatePrecision Precision, string? Note)
    {
        public PartialDate Begin => new(From, Precision);
    }

    public sealed record StateRow(Guid Id, SolutionState From, SolutionState To, DateOnly On, DatePrecision Precision, string Reason, string Lesson)
    {
        public PartialDate Day => new(On, Precision);
    }

    public sealed record StrandRow(Guid Id, string Title, string? Description);

    /// <param name="OrganisationId">Of who is in the register.</param>
    public sealed record ActorRow(Guid Id, ActorKind Kind, string Name, Guid? OrganisationId, string? Part);

    public sealed record FactorRow(Guid Id, FactorKind Kind, FactorDimension Dimension, string Text, string? Response, DateOnly? From, DateOnly? To);

    public sealed record ScoreRow(Criterion Criterion, int Score, string? Evidence, DateOnly On);

    /// <param name="Next">The milestone that is due first of those that are not done.</param>
    public sealed record RoadmapRow(int Total, int Done, int Late, string? Next, DateOnly? Due);

    /// <param name="Id">Of an action; a project is shown in its plan.</param>
    public sealed record LinkRow(Guid Id, string Number, string Title, string Plan);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var profile = await (from s in db.Solutions.Where(s => s.Code == request.Code)
                                 join t in db.Territories on s.TerritoryId equals t.Id
                                 join p in db.Plans on s.PlanId equals p.Id into plans
                                 from plan in plans.DefaultIfEmpty()
                                 select new Profile(s.Id, s.Code, s.Title, t.Id, t.Name, t.Slug, s.State, s.Phase, s.IsSupported)
                                 {
                                     Description = s.Description, Objectives = s.Objectives, Sectors = s.Sectors, ValueChains = s.ValueChains, PlanCode = plan!.Code, Plan = plan.Title,
                                 }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Solution", request.Code);
            access.RequireReadOfWork(profile.TerritoryId);
            var (id, today) = (profile.Id, calendar.Today);
            var milestones = db.Milestones.Where(m => m.SolutionId == id);
            var counts = await milestones.GroupBy(m => 1)
                .Select(g => new { Total = g.Count(), Done = g.Count(m => m.DoneOn != null) }).SingleOrDefaultAsync(cancellationToken);
            var open = db.OpenMilestones().Where(m => m.SolutionId == id);
            var late = await open.CountAsync(m => m.Due < today, cancellationToken);
            var next = await open.OrderBy(m => m.Due).ThenBy(m => m.Id).Select(m => new { m.Title, m.Due }).FirstOrDefaultAsync(cancellationToken);
            var notes = await db.NotesOf([id], cancellationToken);
            return new Details(profile)
            {
                Phases = await db.PhaseEntries.Where(p => p.SolutionId == id).OrderBy(p => p.Number).Select(p => new PhaseRow(p.Id, p.Phase, p.From, p.Precision, p.Note)).ToListAsync(cancellationToken),
                Changes = await db.StateChanges.Where(c => c.SolutionId == id).OrderByDescending(c => c.Number)
                    .Select(c => new StateRow(c.Id, c.From, c.To, c.On, c.Precision, c.Reason, c.Lesson)).ToListAsync(cancellationToken),
                Strands = await db.Strands.Where(s => s.SolutionId == id).OrderBy(s => s.Id).Select(s => new StrandRow(s.Id, s.Title, s.Description)).ToListAsync(cancellationToken),
                Actors = await ActorsAsync(id, cancellationToken),
                Factors = await db.Factors.Where(f => f.SolutionId == id).OrderBy(f => f.Id).Select(f => new FactorRow(f.Id, f.Kind, f.Dimension, f.Text, f.Response, f.From, f.To)).ToListAsync(cancellationToken),
                Scores = await db.CriterionScores.Where(s => s.SolutionId == id).OrderBy(s => s.Id).Select(s => new ScoreRow(s.Criterion, s.Score, s.Evidence, s.On)).ToListAsync(cancellationToken),
                Roadmap = new RoadmapRow(counts?.Total ?? 0, counts?.Done ?? 0, late, next?.Title, next?.Due),
                Actions = await (from a in db.PlanActions.Where(a => a.SolutionId == id) join p in db.Plans on a.PlanId equals p.Id orderby p.Code, a.Number, a.Id select new LinkRow(a.Id, a.Number, a.Title, p.Code)).ToListAsync(cancellationToken),
                Projects = await (from i in db.InvestmentProjects.Where(i => i.SolutionId == id) join p in db.Plans on i.PlanId equals p.Id orderby p.Code, i.Number, i.Id select new LinkRow(i.Id, i.Number, i.Name, p.Code)).ToListAsync(cancellationToken),
                Status = (await statuses.OfTerritoryAsync(profile.TerritoryId, cancellationToken)).Show(id),
                Source = SourceLine.Of(notes.GetValueOrDefault(id), calendar),
                Exception = profile.IsSupported && (user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator)) ? await ExceptionAsync(profile, cancellationToken) : null,
            };
        }

        /// <summary>For the support of the solution; one for its roadmap is another.</summary>
        private async Task<string?> ExceptionAsync(Profile profile, CancellationToken cancellationToken)
        {
            var fingerprints = (await db.Tiers.AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(t => t.FingerprintFor(Entitlement.Individual, profile.TerritoryId));
            return await db.Acceptances.Where(a => a.SubjectId == profile.Id && a.Rule == Acceptance.TierEntitlement && fingerprints.Contains(a.Fingerprint))
                .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => a.Reason).FirstOrDefaultAsync(cancellationToken);
        }

        private async Task<IReadOnlyList<ActorRow>> ActorsAsync(Guid id, CancellationToken cancellationToken) =>
            [.. (await (from a in db.Actors.Where(a => a.SolutionId == id)
                        join o in db.Organisations on a.OrganisationId equals o.Id into organisations
                        from organisation in organisations.DefaultIfEmpty()
                        orderby a.Id
                        select new ActorRow(a.Id, a.Kind, organisation!.Name ?? a.Name ?? "", a.OrganisationId, a.Part)).ToListAsync(cancellationToken)).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.Ordinal)];
    }
}
