using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Web.Features.Findings;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Findings;

/// <summary>Messages of findings, and who may send them.</summary>
public static class FindingMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new ListFindings.Query(), Readers),
        new(new GetFinding.Query(FindingKind.ActionWithoutMoney, Guid.Empty), Readers),
        new(new AcceptFinding.Command { Kind = FindingKind.ActionWithoutMoney, Reason = "It is paid for by volunteers." }, Office),
        new(new TakeBackAcceptance.Command(FindingKind.ActionWithoutMoney, Guid.Empty), Office),
    ];
}
