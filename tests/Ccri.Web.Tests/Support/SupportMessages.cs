using Ccri.Domain.Accounts;
using Ccri.Web.Features.Support;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Support;

/// <summary>Messages of support activities, and who may send them.</summary>
public static class SupportMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new ListSupport.Query(), Readers),
        new(new GetSupport.Query(Guid.Empty), Readers),
        new(new LogSupport.Query(Messages.Own), Office),
        new(SupportSamples.Webinar("What is next", Messages.Own), Office),
        new(new EditSupport.Query(Guid.Empty), Office),
        new(new EditSupport.Command(), Office),
        new(new ServeNeeds.Query(Guid.Empty), Office),
        new(new ServeNeeds.Command(), Office),
        new(new RemoveSupport.Command(Guid.Empty, Guid.Empty), Office),
        new(new AddFile.Command(Guid.Empty, "notes.txt", "Notes"u8.ToArray()), Office),
        new(new GetFile.Query(Guid.Empty, Guid.Empty), Readers),
        new(new RemoveFile.Command(Guid.Empty, Guid.Empty), Office),
    ];
}
