using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Messages of sessions and their minutes, and who may send them.</summary>
public static class SessionMessages
{
    private static readonly Role[] Readers = Enum.GetValues<Role>();

    private static readonly Role[] Writers = [Role.Officer, Role.Lead, Role.Coordinator];

    private static readonly Role[] Doers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new LogSession.Query("TWG-C"), Writers),
        new(new LogSession.Command { Group = "TWG-C", Topic = "Timber", On = new DateOnly(2026, 10, 6) }, Writers),
        new(new OfferSession.Query("TWG-C", null, []), Writers),
        new(new EditSession.Query(Guid.Empty), Writers),
        new(new EditSession.Command { Topic = "Timber", On = new DateOnly(2026, 10, 6), Kind = SessionKind.Session }, Writers),
        new(new RemoveSession.Command(Guid.Empty, Guid.Empty), Writers),
        new(new GetSession.Query(Guid.Empty), Readers),
        new(new GetSessionVersion.Query(Guid.Empty, 1), Writers),
        new(new CirculateMinutes.Command(Guid.Empty, Guid.Empty), Writers),
        new(new FinaliseMinutes.Command(Guid.Empty, Guid.Empty), Writers),
        new(new WithdrawMinutes.Query(Guid.Empty), Writers),
        new(new WithdrawMinutes.Command { Reason = "Wrong" }, Writers),
        new(new RaiseObjection.Command { For = Guid.Empty, Text = "Wrong" }, Doers),
        new(new AnswerObjection.Query(Guid.Empty, 1), Writers),
        new(new AnswerObjection.Command { IsAccepted = true, Text = "Right" }, Writers),
        new(new FinishAction.Command(Guid.Empty, true), Doers),
        new(new ListFollowUps.Query(), Doers),
        new(new ListSessions.Query(), Readers),
        new(new AddSessionFile.Command(Guid.Empty, "notes.txt", "Notes"u8.ToArray()), Writers),
        new(new GetSessionFile.Query(Guid.Empty, Guid.Empty), Readers),
        new(new RemoveSessionFile.Command(Guid.Empty, Guid.Empty), Writers),
    ];
}
