using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Territories;
using Ccri.Web.Features.WorkingGroups;
using Ccri.Web.Tests.Overview;
using Ccri.Web.Tests.Indicators;
using Ccri.Web.Tests.Findings;
using Ccri.Web.Tests.Ledger;
using Ccri.Web.Tests.Needs;
using Ccri.Web.Tests.Plans;
using Ccri.Web.Tests.Programme;
using Ccri.Web.Tests.Reminders;
using Ccri.Web.Tests.Reports;
using Ccri.Web.Tests.Risks;
using Ccri.Web.Tests.Solutions;
using Ccri.Web.Tests.Statuses;
using Ccri.Web.Tests.Support;
using Ccri.Web.Tests.WorkingGroups;
using MediatR;

namespace Ccri.Web.Tests.Accounts;

/// <summary>An example of every message, and who may send it: written here by hand, so that a slip in the code is seen.</summary>
public sealed record Example(IBaseRequest Message, params Role[] Allowed)
{
    /// <summary>Signed in or not.</summary>
    public bool Everybody { get; init; }
}

public static class Messages
{
    private static readonly Role[] Readers = Enum.GetValues<Role>();

    /// <summary>For a territory contact of <see cref="Own"/>.</summary>
    public const string Own = "asker";

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new FindSignedInPerson.Query(Guid.Empty)) { Everybody = true },
        new(new SignIn.Command("nobody@example.org", "a wrong password")) { Everybody = true },
        new(new RequestPasswordLink.Command("nobody@example.org")) { Everybody = true },
        new(new ChoosePassword.Command(Guid.Empty, "no token", "a long enough password")) { Everybody = true },
        new(new GetPasswordLink.Query(Guid.Empty, "no token")) { Everybody = true },
        new(new LookAround.Command(Role.Desk)) { Everybody = true },

        // People and the second factor
        new(new SignInWithCode.Command("123456")) { Everybody = true },
        new(new GetNewAddress.Query(Guid.Empty, "a@example.org", "no token")) { Everybody = true },
        new(new ConfirmNewAddress.Command(Guid.Empty, "a@example.org", "no token")) { Everybody = true },
        new(new GetMyself.Query(), Readers),
        new(new RenameMyself.Command("Another name", Guid.Empty), Readers),
        new(new RequestNewAddress.Command("another@example.org", "a wrong password"), Readers),
        new(new StartSecondFactor.Command("a wrong password"), Readers),
        new(new GetSecondFactorSetUp.Query("no ticket"), Readers),
        new(new SetSecondFactor.Command("no ticket", "123456"), Readers),
        new(new RenewRecoveryCodes.Command("a wrong password"), Readers),
        new(new TurnOffSecondFactor.Command("a wrong password"), Readers),
        new(new ExportMyself.Query(), Readers),
        new(new InvitePerson.Command("Invited", "invited@example.org", Role.Desk, null, null, null, null), Role.Coordinator),
        new(new GetScopes.Query(), Role.Coordinator),
        new(new GetPerson.Query(Guid.Empty), Role.Coordinator),
        new(new Ccri.Web.Features.Accounts.GiveRole.Command(Guid.Empty, Role.Desk, null, null, null, null), Role.Coordinator),
        new(new ChangeRoleDays.Command(Guid.Empty, Guid.Empty, null, null, Guid.Empty), Role.Coordinator),
        new(new EnablePerson.Command("nobody@example.org"), Role.Coordinator),
        new(new SendLinkAgain.Command(Guid.Empty), Role.Coordinator),
        new(new TakeOffSecondFactor.Command(Guid.Empty), Role.Coordinator),
        new(new GetDuties.Query(Guid.Empty), Role.Coordinator),
        new(new HandOver.Command(Guid.Empty, Guid.CreateVersion7(), []), Role.Coordinator),
        new(new ExportPerson.Query("nobody@example.org"), Role.Coordinator),
        new(new ErasePerson.Command("nobody@example.org", "nobody@example.org"), Role.Coordinator),

        new(new AddPerson.Command("new.person@example.org", "New person", Role.Desk, null), Role.Coordinator),
        new(new DisablePerson.Command("nobody@example.org"), Role.Coordinator),
        new(new ListPersons.Query(), Role.Coordinator),
        new(new LoadRegister.Command([]), Role.Coordinator),
        new(new CountEverything.Query(), Role.Coordinator),
        new(new CheckHealth.Query(), Role.Coordinator, Role.Officer),

        new(new PrepareFirstCoordinator.Command("first@example.org")),
        new(new SendDueMail.Command()),
        new(new TidyWorkRows.Command()),

        new(new GetOverview.Query(), Readers),
        new(new ListTerritories.Query(), Readers),
        new(new GetTerritoryFilters.Query(), Readers),
        new(new GetTerritory.Query(Own), Readers),
        new(new GetTimeline.Query(Own), Readers),
        new(new GetEligibility.Query(Own), Readers),
        new(new GetTerritoryPlans.Query(Own), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        new(new GetTerritoryNeeds.Query(Own), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        new(new GetTerritorySheet.Query(Own), Readers),
        new(new RenderTerritorySheets.Query(Own), Readers),
        new(new ListWorkingGroups.Query(), Readers),
        // Editing the register.
        new(new EditTerritory.Query(Own), Role.Officer, Role.Coordinator, Role.Territory),
        new(new EditTerritory.Command { Slug = Own, Name = "Asker" }, Role.Officer, Role.Coordinator, Role.Territory),
        new(new GetTerritoryChoices.Query(), Role.Officer, Role.Coordinator, Role.Territory),
        new(new CreateTerritory.Command { Name = "Nowhere" }, Role.Officer, Role.Coordinator),
        new(new NameTerritory.Command { Slug = "fellow-to-be-named-1" }, Role.Officer, Role.Coordinator),
        new(new ChangeTier.Command { Slug = Own }, Role.Officer, Role.Coordinator),
        new(new WithdrawTerritory.Command { Slug = Own }, Role.Coordinator),
        new(new GetOfficeForm.Query(Own), Role.Officer, Role.Coordinator),
        new(new JoinCohort.Command { Slug = Own }, Role.Officer, Role.Coordinator),
        new(new EditParticipation.Query(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new EditParticipation.Command(), Role.Officer, Role.Coordinator),
        new(new ConfirmFacts.Command(Own, [Guid.Empty]), Role.Officer, Role.Coordinator, Role.Territory),
        new(new AddClusterMember.Command { Slug = Own }, Role.Officer, Role.Coordinator, Role.Territory),
        new(new EditClusterMember.Query(Guid.Empty), Role.Officer, Role.Coordinator, Role.Territory),
        new(new EditClusterMember.Command(), Role.Officer, Role.Coordinator, Role.Territory),
        new(new JoinNetwork.Command { Slug = Own }, Role.Officer, Role.Coordinator, Role.Territory),
        new(new EditNetworkMembership.Query(Guid.Empty), Role.Officer, Role.Coordinator, Role.Territory),
        new(new EditNetworkMembership.Command(), Role.Officer, Role.Coordinator, Role.Territory),

        // The contact log: working notes of the support office.
        new(new LogContact.Command { Slug = Own, Text = "A call" }, Role.Officer, Role.Coordinator),
        new(new EditLoggedContact.Query(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new EditLoggedContact.Command(), Role.Officer, Role.Coordinator),
        new(new FinishFollowUp.Command(Guid.Empty, true), Role.Officer, Role.Coordinator),
        new(new GetContactLog.Query(Own), Role.Officer, Role.Lead, Role.Coordinator),
        new(new ListTerritoryContacts.Query(Own), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),

        // What somebody types is their own, whatever their role.
        new(new SaveDraft.Command("/territories/asker/edit", new() { ["Input.Name"] = "A" }, null), Readers),
        new(new DropDraft.Command("/territories/asker/edit"), Readers),
        new(new KeepHeldForm.Command(null)) { Everybody = true },

        new(new ListOrganisations.Query(), Role.Officer, Role.Lead, Role.Coordinator, Role.Desk),

        // Audit and saved views
        new(new ListAudit.Query(), Role.Officer, Role.Coordinator),
        new(new GetAuditFilters.Query(), Role.Officer, Role.Coordinator),
        new(new ListSavedFilters.Query("territories"), Readers),
        new(new ListSavedFilters.Query("organisations"), Role.Officer, Role.Lead, Role.Coordinator, Role.Desk),
        new(new ListSavedFilters.Query("audit"), Role.Officer, Role.Coordinator),
        new(new SaveFilter.Command("territories", "Mine", "", IsShared: false), Readers), // a view of everything is refused, but not for want of a role
        new(new SaveFilter.Command("territories", "Ours", "", IsShared: true), Role.Officer, Role.Lead, Role.Coordinator),
        new(new SaveFilter.Command("audit", "Mine", "", IsShared: false), Role.Officer, Role.Coordinator),
        new(new RenameFilter.Command(Guid.Empty, Guid.Empty, "Mine", IsShared: false), Readers),
        new(new RemoveFilter.Command(Guid.Empty), Readers),

        // Organisations, contacts, tiers, cohorts, eligibility.
        new(new GetOrganisation.Query(Guid.Empty), Role.Officer, Role.Lead, Role.Coordinator, Role.Desk),
        new(new GetOrganisationForm.Query(null), Role.Officer, Role.Coordinator),
        new(new CreateOrganisation.Command { Name = "" }, Role.Officer, Role.Coordinator),
        new(new ConfirmOrganisation.Command(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new EditOrganisation.Command { Name = "Nobody", Source = "nowhere" }, Role.Officer, Role.Coordinator),
        new(new GetRoleChoices.Query(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new GetNetworkChoices.Query(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new GetRole.Query(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new Ccri.Web.Features.Organisations.GiveRole.Command(), Role.Officer, Role.Coordinator),
        new(new EditRole.Command(), Role.Officer, Role.Coordinator),
        new(new EndRole.Command(), Role.Officer, Role.Coordinator),
        new(new AddNetworkMembership.Command(), Role.Officer, Role.Coordinator),
        new(new EndNetworkMembership.Command(), Role.Officer, Role.Coordinator),
        new(new GetNetworkMembership.Query(Guid.Empty), Role.Officer, Role.Coordinator),
        new(new ListContacts.Query(Guid.Empty), Role.Officer, Role.Lead, Role.Coordinator),
        new(new GetContactForm.Query(null, Territory: Own), Role.Officer, Role.Coordinator, Role.Territory),
        new(new AddContact.Command { Territory = Own, Name = "Somebody", ConsentBasis = ConsentBasis.PublicTask }, Role.Officer, Role.Coordinator, Role.Territory),
        new(new EditContact.Command { Territory = Own, Name = "Somebody", ConsentBasis = ConsentBasis.PublicTask }, Role.Officer, Role.Coordinator, Role.Territory),
        new(new EndContact.Command { Day = new DateOnly(2026, 11, 22) }, Role.Officer, Role.Coordinator, Role.Territory),
        new(new RemoveContact.Command(), Role.Officer, Role.Coordinator, Role.Territory),
        new(new ExportContact.Query(Guid.Empty), Role.Coordinator),
        new(new EraseContact.Command(), Role.Coordinator),
        new(new GetProgramme.Query(), Role.Officer, Role.Coordinator),
        new(new ListTiers.Query(), Role.Officer, Role.Coordinator),
        new(new GetTier.Query(null), Role.Coordinator),
        new(new CreateTier.Command(), Role.Coordinator),
        new(new EditTier.Command(), Role.Coordinator),
        new(new ListCohorts.Query(), Role.Officer, Role.Coordinator),
        new(new GetCohort.Query(null), Role.Coordinator),
        new(new CreateCohort.Command(), Role.Coordinator),
        new(new EditCohort.Command(), Role.Coordinator),
        new(new ListEligibility.Query(), Role.Officer, Role.Coordinator),
        new(new CheckEligibility.Query("NO", "Horizon 2020", new DateOnly(2022, 9, 15)), Role.Officer, Role.Coordinator),

        .. SolutionMessages.Examples,
        .. StatusMessages.Examples,
        .. SeriesMessages.Examples,
        .. PlanMessages.Examples,
        .. FileMessages.Examples,
        .. ActionMessages.Examples,
        .. InvestmentMessages.Examples,
        .. FindingMessages.Examples,
        .. RiskMessages.Examples,
        .. SupportMessages.Examples,
        .. SessionMessages.Examples,
        .. GroupMessages.Examples,
        .. LedgerMessages.Examples,
        .. NeedMessages.Examples,
        .. DemoMessages.Examples,
        .. OverviewMessages.Examples,
        .. IndicatorViewMessages.Examples,
        .. ReportMessages.Examples,
        .. SnapshotMessages.Examples,
        .. DocumentMessages.Examples,
        .. ReminderMailMessages.Examples,
        .. ScreenMessages.Examples,
        .. PlanningMessages.Examples,
    ];
}
