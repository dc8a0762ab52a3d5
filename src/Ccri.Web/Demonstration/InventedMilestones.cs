using Ccri.Domain.Milestones;

namespace Ccri.Web.Demonstration;

/// <summary>What becomes of invented milestones: their days move, they are reached early or late, blocked, or simply late.</summary>
internal static class InventedMilestones
{
    private static readonly string[] Reasons = ["The partner asked for more time.", "Budget is decided a quarter later.", "Results of the study are awaited.", "The council decides in its next session."];
    private static readonly string[] Blocks = ["An objection in the permit procedure", "No funding for the operator yet", "A decision of the regional authority is missing"];

    /// <param name="isOver">Everything of it lies behind: reached on time or nearly.</param>
    public static Milestone Live(Invention invention, Milestone milestone, Chance chance, bool isOver = false)
    {
        var today = invention.Today;
        invention.Mark(milestone, milestone.TerritoryId);
        milestone.Assign(chance.In(70) ? chance.Of(["Project leader of the municipality", "Operator", "Steering group"]) : null);
        var told = milestone.Due.AddDays(-chance.From(15, 60));
        if (chance.In(30) && told < today)
        {
            milestone.Replan(milestone.Due.AddDays(chance.From(15, 80)), chance.Of(Reasons), null, Invention.Afternoon(told));
            invention.Add(milestone.Moves[^1]);
        }
        if (isOver)
            milestone.Finish(Earlier(milestone.Due.AddDays(chance.From(-20, 20)), today.AddDays(-1)), today);
        else if (milestone.Due < today)
            Past(invention, milestone, chance);
        else if (milestone.Due < today.AddDays(200))
            Near(invention, milestone, chance);
        return milestone;
    }

    private static void Past(Invention invention, Milestone milestone, Chance chance)
    {
        var (lot, today) = (chance.Below(100), invention.Today);
        if (lot < 55 || milestone.Due < today.AddDays(-150)) // nobody keeps a day that passed half a year ago
            milestone.Finish(Earlier(milestone.Due.AddDays(chance.From(-25, 25)), today.AddDays(-1)), today);
        else if (lot < 82)
            Expect(invention, milestone, today.AddDays(chance.From(7, 75)), chance);
        else if (lot < 91)
            milestone.Block(chance.Of(Blocks));
    }

    private static void Near(Invention invention, Milestone milestone, Chance chance)
    {
        var lot = chance.Below(100);
        if (lot < 10)
            milestone.Finish(invention.Today.AddDays(-chance.From(1, 20)), invention.Today);
        else if (lot < 28)
            Expect(invention, milestone, milestone.Due.AddDays(chance.From(8, 70)), chance);
        else if (lot < 36)
            milestone.Block(chance.Of(Blocks));
    }

    private static void Expect(Invention invention, Milestone milestone, DateOnly day, Chance chance)
    {
        milestone.Expect(day, chance.Of(Reasons), null, invention.Written, invention.Today);
        invention.Add(milestone.Moves[^1]);
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
