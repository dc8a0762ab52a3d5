using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>One territory's report on a period: where it stands, what is to be done next, what it states, and the discussion.</summary>
public static class GetTerritoryReport
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, string Slug) : IRequest<Answer>;

    /// <param name="CanSubmitFrom">The day from which it can be submitted.</param>
    public sealed record Answer(string Code, string Period, string Slug, string Territory, ReportState State, Guid Version, string? Summary, string? Next, DateOnly OpensOn, DateOnly CutOffOn, DateOnly Today)
    {
        public bool IsFrozen { get; init; }
        public int Revision { get; init; }

        /// <summary>Whether it was taken as it stood, without having been submitted.</summary>
        public bool IsCaptured { get; init; }

        /// <summary>Whether its texts can be written, as far as its state goes.</summary>
        public bool IsOpen { get; init; }

        /// <summary>In the programme's time; empty while it has not been submitted.</summary>
        public DateTime? SubmittedAt { get; init; }

        /// <summary>Empty for nobody by name.</summary>
        public string? SubmittedBy { get; init; }
        public DateTime? CapturedAt { get; init; }
        public Rag? Status { get; init; }

        /// <summary>Things of the territory that were changed since the facts were taken; they land in the next period.</summary>
        public int ChangedSince { get; init; }
        public IReadOnlyList<SubmissionCheck> Checks { get; init; } = [];
        public IReadOnlyList<ConfirmableStatement> Statements { get; init; } = [];

        /// <summary>The oldest first.</summary>
        public IReadOnlyList<Step> Steps { get; init; } = [];
        public bool HasActionPlan { get; init; }
        public bool HasInvestmentPlan { get; init; }

        /// <summary>Whether to show what changes it; the messages ask again.</summary>
        public bool MayEdit { get; init; }
        public bool MayEditForOffice { get; init; }

        /// <summary>Whether the user submitted it, and so cannot approve it.</summary>
        public bool IsMine { get; init; }

        public bool IsBlocked => Checks.Any(c => c.Blocks);
        public bool CanWrite => MayEdit && IsOpen && !IsFrozen;
        public bool CanSubmit => CanWrite && Today >= OpensOn;
        public bool CanApprove => MayEditForOffice && !IsFrozen && State == ReportState.Submitted && !IsMine;
        public bool CanReturn => MayEditForOffice && !IsFrozen && (State is ReportState.Submitted or ReportState.Approved || IsCaptured);
    }

    /// <param name="Who">Empty for a job, the command line, and nobody by name.</param>
    /// <param name="At">In the programme's time.</param>
    public sealed record Step(int Number, ReportStepKind Kind, string? Text, string? Who, DateTime At);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, SubmissionChecks checks, StatementReader statements, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        /// <summary>What belongs to the reporting itself, or is no fact of a report.</summary>
        private static readonly string[] NotFacts = [nameof(TerritoryReport), nameof(ReportStep), nameof(Snapshot), nameof(SealedSnapshot), nameof(IssuedFile), nameof(FactNote), nameof(LoggedContact), nameof(Contact), nameof(RoleAssignment)];

        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireReadOfWork(territory);
            var period = await db.ReportingPeriods.AsNoTracking().SingleOrDefaultAsync(p => p.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Reporting period", request.Code);
            var report = await db.TerritoryReports.AsNoTracking().SingleOrDefaultAsync(r => r.PeriodId == period.Id && r.TerritoryId == territory, cancellationToken)
                ?? throw new NotFoundException($"Report on {period.Name} of", request.Slug);
            var name = await db.Territories.Where(t => t.Id == territory).Select(t => t.Name).SingleAsync(cancellationToken);
            var kinds = await db.Plans.Where(p => p.TerritoryId == territory && p.Status != PlanStatus.Expired).Select(p => p.Kind).Distinct().ToListAsync(cancellationToken);
            var isAtWork = report.IsOpen && !period.IsFrozen;
            var taken = report.State is ReportState.Submitted or ReportState.Approved ? report.SubmittedAt : report.CapturedAt;
            return new Answer(period.Code, period.Name, request.Slug, name, report.State, report.Version, report.Summary, report.Next, period.OpensOn, period.CutOffOn, calendar.Today)
            {
                IsFrozen = period.IsFrozen,
                Revision = period.Revision,
                IsCaptured = report.CapturedAt is not null,
                IsOpen = report.IsOpen,
                SubmittedAt = Local(report.SubmittedAt),
                CapturedAt = Local(report.CapturedAt),
                SubmittedBy = await db.Persons.Where(p => p.Id == report.SubmittedById).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken),
                Status = (await statuses.ReadAsync(db.Territories.Where(t => t.Id == territory), cancellationToken)).Of(territory)?.Status,
                ChangedSince = taken is { } since ? await ChangedAsync(territory, since, cancellationToken) : 0,
                Checks = isAtWork ? await checks.OfAsync(report, cancellationToken) : [],
                Statements = await statements.OfAsync(territory, cancellationToken),
                Steps = await StepsAsync(report.Id, cancellationToken),
                HasActionPlan = kinds.Contains(PlanKind.Ceap),
                HasInvestmentPlan = kinds.Contains(PlanKind.Ceip),
                MayEdit = access.MayEdit(territory),
                MayEditForOffice = access.MayEditForOffice(territory),
                IsMine = user.PersonId is { } me && me == report.SubmittedById,
            };
        }

        private DateTime? Local(DateTime? utc) => utc is { } at ? calendar.Local(at) : null;

        private Task<int> ChangedAsync(Guid territory, DateTime since, CancellationToken cancellationToken) =>
            db.AuditRows.Where(a => a.TerritoryId == territory && a.At > since && !NotFacts.Contains(a.Noun)).Select(a => a.SubjectId).Distinct().CountAsync(cancellationToken);

        private async Task<IReadOnlyList<Step>> StepsAsync(Guid report, CancellationToken cancellationToken)
        {
            var steps = await (from s in db.ReportSteps
                               join p in db.Persons on s.PersonId equals p.Id into persons
                               from person in persons.DefaultIfEmpty()
                               where s.ReportId == report
                               orderby s.Number
                               select new { s.Number, s.Kind, s.Text, Who = person!.Name, s.At }).ToListAsync(cancellationToken);
            return [.. steps.Select(s => new Step(s.Number, s.Kind, s.Text, s.Who, calendar.Local(s.At)))];
        }
    }
}
