using Ccri.Domain.Milestones;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>Milestones of a roadmap or of an action as <c>_MilestoneRows</c> shows them: what is late first, then what comes, then what is done.</summary>
/// <param name="Rows">Of one page.</param>
/// <param name="Late">How many of all are late.</param>
/// <param name="Done">How many of all are done.</param>
public sealed record MilestoneRows(IReadOnlyList<MilestoneRow> Rows, int Total, int Late, int Done, int Page, DateOnly Today, bool MayEdit)
{
    public const int PageSize = 50;

    /// <summary>With the status of each one that somebody still waits for, or that is done.</summary>
    public MilestoneRows With(StatusBook book) => this with { Rows = [.. Rows.Select(r => r.IsOver && r.DoneOn is null ? r : r with { Status = book.Of(r.Id)?.Status })] };

    /// <summary>Reads a page of some milestones with their moves: the same number of queries however many there are.</summary>
    /// <param name="isOver">The solution was stopped or completed, or the action is done or dropped: nothing is late any more.</param>
    public static async Task<MilestoneRows> ReadAsync(CcriDbContext db, IQueryable<Milestone> milestones, int page, DateOnly today, bool mayEdit, bool isOver, CancellationToken cancellationToken)
    {
        var counts = await milestones.GroupBy(m => 1)
            .Select(g => new { Total = g.Count(), Late = g.Count(m => m.DoneOn == null && m.Due < today), Done = g.Count(m => m.DoneOn != null) }).SingleOrDefaultAsync(cancellationToken);
        var (total, late, done) = (counts?.Total ?? 0, isOver ? 0 : counts?.Late ?? 0, counts?.Done ?? 0);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await milestones.OrderBy(m => m.DoneOn != null).ThenByDescending(m => m.DoneOn).ThenBy(m => m.Due).ThenBy(m => m.Id).Skip((shown - 1) * PageSize).Take(PageSize)
            .Select(m => new MilestoneRow(m.Id, m.Title, m.Description, m.Responsible, m.Due, m.FirstDue, m.Forecast, m.DoneOn, m.BlockedBy)).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var moves = (await db.MilestoneMoves.AsNoTracking().Where(m => ids.Contains(m.MilestoneId)).OrderBy(m => m.Id).ToListAsync(cancellationToken)).ToLookup(m => m.MilestoneId);
        return new MilestoneRows([.. rows.Select(r => r with { Moves = [.. moves[r.Id]], IsOver = isOver })], total, late, done, shown, today, mayEdit);
    }
}

public sealed record MilestoneRow(Guid Id, string Title, string? Description, string? Responsible, DateOnly Due, DateOnly FirstDue, DateOnly? Forecast, DateOnly? DoneOn, string? BlockedBy)
{
    /// <summary>In the order in which its days were moved.</summary>
    public IReadOnlyList<MilestoneMove> Moves { get; init; } = [];

    /// <summary>Empty where nobody asked for it, or nobody waits for it any more.</summary>
    public Rag? Status { get; init; }

    /// <summary>Nobody waits for it any more, reached or not.</summary>
    public bool IsOver { get; init; }

    /// <summary>Days after the day agreed now; 0 when done or over, or not late.</summary>
    public int DaysLate(DateOnly today) => DoneOn is null && !IsOver && today > Due ? today.DayNumber - Due.DayNumber : 0;

    /// <summary>"moved 3 times, 45 days later than first agreed"; empty while none of its days was moved.</summary>
    public string? Slip => Moves.Count == 0 ? null : $"moved {(Moves.Count == 1 ? "once" : Plural.Of(Moves.Count, "time"))}, {((DoneOn ?? Forecast ?? Due).DayNumber - FirstDue.DayNumber) switch
    {
        0 => DoneOn is null ? "now on the day first agreed" : "done on the day first agreed",
        > 0 and var days => $"{Plural.Of(days, "day")} later than first agreed",
        var days => $"{Plural.Of(-days, "day")} earlier than first agreed",
    }}";
}
