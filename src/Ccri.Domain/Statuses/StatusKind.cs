namespace Ccri.Domain.Statuses;

/// <summary>What has a status. The order is that of the tree, from its leaves to its root.</summary>
public enum StatusKind
{
    Milestone,
    Action,
    Project,
    Indicator,
    Solution,
    Plan,
    Territory,
}
