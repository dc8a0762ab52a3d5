using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Solutions;

/// <summary>Messages of solutions, their roadmaps and milestones, and who may send them.</summary>
public static class SolutionMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
    ];
}
