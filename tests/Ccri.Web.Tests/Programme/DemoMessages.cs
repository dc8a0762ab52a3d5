using Ccri.Web.Demonstration;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Programme;

/// <summary>Messages of the demonstration, and who may send them.</summary>
public static class DemoMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new FillDemonstration.Command()), // the command line alone
    ];
}
