using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Features.Statuses;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Statuses;

/// <summary>Messages of statuses, and who may send them.</summary>
public static class StatusMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetStatus.Query(StatusKind.Plan, Guid.Empty), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        new(new GiveStatus.Command { Kind = StatusKind.Plan, Given = Rag.OnTrack, Reason = "A reason of its own" }, Role.Officer, Role.Coordinator),
        new(new TakeBackStatus.Command(StatusKind.Plan, Guid.Empty, Guid.Empty), Role.Officer, Role.Coordinator),
        new(new RecordStatuses.Command()),
    ];
}
