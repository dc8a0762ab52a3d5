using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Files;
using Ccri.Domain.Indicators;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Milestones;
using Ccri.Domain.Needs;
using Ccri.Domain.Organisations;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reminders;
using Ccri.Domain.Reports;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Forms;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using Ccri.Web.Work;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>The one model of both databases. Each save renews the versions of what changed and writes the audit rows with it.</summary>
public abstract class CcriDbContext(DbContextOptions options, CurrentUser user, TimeProvider clock) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<Tier> Tiers => Set<Tier>();
    public DbSet<Territory> Territories => Set<Territory>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<ClusterMember> ClusterMembers => Set<ClusterMember>();
    public DbSet<LoggedContact> LoggedContacts => Set<LoggedContact>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationRole> OrganisationRoles => Set<OrganisationRole>();
    public DbSet<Network> Networks => Set<Network>();
    public DbSet<NetworkMembership> NetworkMemberships => Set<NetworkMembership>();
    public DbSet<WorkingGroup> WorkingGroups => Set<WorkingGroup>();
    public DbSet<GroupMembership> GroupMemberships => Set<GroupMembership>();
    public DbSet<SubGroup> SubGroups => Set<SubGroup>();
    public DbSet<SubGroupMember> SubGroupMembers => Set<SubGroupMember>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Attendee> Attendees => Set<Attendee>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<SessionItem> SessionItems => Set<SessionItem>();
    public DbSet<ItemTerritory> ItemTerritories => Set<ItemTerritory>();
    public DbSet<ItemSolution> ItemSolutions => Set<ItemSolution>();
    public DbSet<SessionStep> SessionSteps => Set<SessionStep>();
    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<MinutesVersion> MinutesVersions => Set<MinutesVersion>();
    public DbSet<GroupReportText> GroupReportTexts => Set<GroupReportText>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<IndicatorSeries> IndicatorSeries => Set<IndicatorSeries>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<StatusEntry> StatusEntries => Set<StatusEntry>();
    public DbSet<Solution> Solutions => Set<Solution>();
    public DbSet<PhaseEntry> PhaseEntries => Set<PhaseEntry>();
    public DbSet<StateChange> StateChanges => Set<StateChange>();
    public DbSet<Strand> Strands => Set<Strand>();
    public DbSet<Actor> Actors => Set<Actor>();
    public DbSet<Factor> Factors => Set<Factor>();
    public DbSet<CriterionScore> CriterionScores => Set<CriterionScore>();
    public DbSet<RoadmapVersion> RoadmapVersions => Set<RoadmapVersion>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<MilestoneMove> MilestoneMoves => Set<MilestoneMove>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<SectionScore> SectionScores => Set<SectionScore>();
    public DbSet<PlanReview> PlanReviews => Set<PlanReview>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<Objective> Objectives => Set<Objective>();
    public DbSet<PlanAction> PlanActions => Set<PlanAction>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<Effect> Effects => Set<Effect>();
    public DbSet<InvestmentProject> InvestmentProjects => Set<InvestmentProject>();
    public DbSet<StageChange> StageChanges => Set<StageChange>();
    public DbSet<FundingLine> FundingLines => Set<FundingLine>();
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();
    public DbSet<Risk> Risks => Set<Risk>();
    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();
    public DbSet<QuestionnaireVersion> QuestionnaireVersions => Set<QuestionnaireVersion>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<AssessmentRound> AssessmentRounds => Set<AssessmentRound>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<Need> Needs => Set<Need>();
    public DbSet<NeedStep> NeedSteps => Set<NeedStep>();
    public DbSet<SupportActivity> SupportActivities => Set<SupportActivity>();
    public DbSet<ActivityTerritory> ActivityTerritories => Set<ActivityTerritory>();
    public DbSet<ServedNeed> ServedNeeds => Set<ServedNeed>();
    public DbSet<AttachedFile> AttachedFiles => Set<AttachedFile>();
    public DbSet<FileContent> FileContents => Set<FileContent>();
    public DbSet<PlannedDays> PlannedDays => Set<PlannedDays>();
    public DbSet<ReportingPeriod> ReportingPeriods => Set<ReportingPeriod>();
    public DbSet<PeriodStep> PeriodSteps => Set<PeriodStep>();
    public DbSet<TerritoryReport> TerritoryReports => Set<TerritoryReport>();
    public DbSet<ReportStep> ReportSteps => Set<ReportStep>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<SealedSnapshot> SealedSnapshots => Set<SealedSnapshot>();
    public DbSet<IssuedFile> IssuedFiles => Set<IssuedFile>();
    public DbSet<ReportRun> ReportRuns => Set<ReportRun>();
    public DbSet<Eligibility> Eligibilities => Set<Eligibility>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<FactNote> FactNotes => Set<FactNote>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<ReminderRule> ReminderRules => Set<ReminderRule>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<ReminderMark> ReminderMarks => Set<ReminderMark>();
    public DbSet<OwnReminder> OwnReminders => Set<OwnReminder>();
    public DbSet<ReminderHabits> ReminderHabits => Set<ReminderHabits>();
    public DbSet<Unsubscription> Unsubscriptions => Set<Unsubscription>();
    public DbSet<PlannedDay> ReminderDays => Set<PlannedDay>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<AuditRow> AuditRows => Set<AuditRow>();
    public DbSet<LoadedRow> LoadedRows => Set<LoadedRow>();
    public DbSet<MailMessage> MailMessages => Set<MailMessage>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Set while somebody is being erased: the audit then says that a field changed, and not from what to what.</summary>
    public bool HidesValues { get; set; }

    /// <summary>After rows have gone: takes care that no free page of the database keeps what stood in them. False when somebody was in the way.</summary>
    public virtual Task<bool> WipeFreePagesAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    /// <summary>Refuses at once when <paramref name="entity"/> is another than the form showed, and again at the save when it becomes one meanwhile.</summary>
    /// <exception cref="DbUpdateConcurrencyException">When somebody else has saved it since.</exception>
    public void ExpectVersion(Entity entity, Guid version)
    {
        if (entity.Version != version)
            throw new DbUpdateConcurrencyException("The form was shown before somebody else saved.");
        Entry(entity).Property(e => e.Version).OriginalValue = version;
    }

    /// <summary>The territory that a thing is, or belongs to.</summary>
    public Guid? TerritoryOf(Entity entity) => entity is Territory ? entity.Id
        : Entry(entity).Metadata.FindProperty(nameof(FactNote.TerritoryId)) is { } property ? (Guid?)Entry(entity).Property(property).CurrentValue : null;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BeforeSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BeforeSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40); // readable in the database, stable when members move
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(CcriDbContext).Assembly);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.ClrType.IsSubclassOf(typeof(Entity))).ToList())
        {
            model.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            model.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
        }
    }

    private void BeforeSave()
    {
        ChangeTracker.DetectChanges();
        foreach (var unsaved in ChangeTracker.Entries<AuditRow>().Where(e => e.State == EntityState.Added).ToList())
            unsaved.State = EntityState.Detached; // of an earlier try to save: this one writes its own
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed.Where(e => e is { Entity: Entity, State: EntityState.Modified }))
            entry.Property(nameof(Entity.Version)).CurrentValue = Guid.CreateVersion7();
        if (user.Submission is { } key && Submissions.Local.FindEntry(key) is null)
            Submissions.Add(new Submission { Key = key, At = clock.GetUtcNow().UtcDateTime });
        AuditRows.AddRange(AuditTrail.Of(changed, user, clock.GetUtcNow().UtcDateTime, HidesValues));
    }
}
