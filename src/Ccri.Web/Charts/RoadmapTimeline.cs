namespace Ccri.Web.Charts;

/// <summary>Milestones over time: when each was first planned, when it is due now, and how far the two have come apart.</summary>
public sealed record RoadmapTimeline(IReadOnlyList<MilestoneMark> Milestones, DateOnly Today, string TodayWords) : Chart
{
    private const int RowsOnPaper = 30;

    public override bool IsEmpty => Milestones.Count == 0;

    public override string Summary
    {
        get
        {
            var slipped = Milestones.Count(m => m.Due > m.First);
            return $"{Count(Milestones.Count, "milestone", "milestones")}: {Milestones.Count(m => m.State == MilestoneState.Done)} done, "
                + $"{Milestones.Count(m => m.State == MilestoneState.Late)} late, {Milestones.Count(m => m.State == MilestoneState.Due)} still to come; "
                + $"{Count(slipped, "has", "have")} moved to a later day than first planned.";
        }
    }

    public override ChartNumbers Numbers => new([new("Milestone"), new("First planned"), new("Now"), new("State")],
        [.. Milestones.Select(m => (IReadOnlyList<string>)[m.Name, m.FirstWords, m.DueWords, m.StateWords])]);

    /// <summary>What the axis covers; a piece covers what the whole does.</summary>
    private IReadOnlyCollection<DateOnly> Days
    {
        get => field ?? [Today, .. Milestones.SelectMany(m => new[] { m.First, m.Due }).OfType<DateOnly>()];
        init;
    }

    public override IReadOnlyList<Chart> ForPaper() => Milestones.Count <= RowsOnPaper
        ? [this]
        : [.. Milestones.Chunk(RowsOnPaper).Select(rows => this with { Milestones = rows, Days = Days })];

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var head = canvas.Key(Meanings(canvas));
        var rows = new RowLayout(canvas, size * 0.7, Milestones.Select(m => m.Name), Milestones.Select(m => ChartText.Width(Label(m).Words, size, Label(m).Tone)));
        var axis = new TimeAxis(canvas, rows.Left, rows.Right, Days);
        rows.Start = head + axis.HeadHeight;
        (double, double)[] bands = [.. rows.Bands(Milestones.Count)];
        axis.Draw(head, bands);
        axis.Mark(Today, TodayWords, bands);
        for (var i = 0; i < Milestones.Count; i++)
        {
            var milestone = Milestones[i];
            canvas.Line(0, rows.Top(i), canvas.Width, rows.Top(i), Paint.Grid);
            if (milestone is { First: { } from, Due: { } to } && from != to)
                canvas.Line(axis.X(from), rows.Middle(i), axis.X(to), rows.Middle(i), Paint.Slip);
            if (milestone.First is { } first)
                canvas.Diamond(axis.X(first), rows.Middle(i), size * 0.62, Paint.Hollow);
            if (milestone.Due is { } due)
                Mark(canvas, milestone.State, axis.X(due), rows.Middle(i));
            rows.Words(i, milestone.Name, null, Label(milestone));
        }
        return canvas.Close(rows.Top(Milestones.Count) + size * 1.6);
    }

    private static (string Words, Tone Tone) Label(MilestoneMark milestone) => milestone.State switch
    {
        MilestoneState.Late => (milestone.StateWords, Tone.Late),
        MilestoneState.Done => (milestone.StateWords, Tone.Muted),
        _ => (milestone.DueWords, Tone.Plain),
    };

    /// <summary>Only the shapes that occur are explained.</summary>
    private IEnumerable<(string Words, Action<double, double> Sample)> Meanings(Canvas canvas)
    {
        if (Milestones.Any(m => m.First is not null))
            yield return ("First planned", (x, y) => canvas.Diamond(x, y, canvas.Size * 0.5, Paint.Hollow));
        foreach (var (state, words) in ((MilestoneState, string)[])[(MilestoneState.Due, "Due now"), (MilestoneState.Done, "Done"), (MilestoneState.Late, "Late")])
            if (Milestones.Any(m => m.Due is not null && m.State == state))
                yield return (words, (x, y) => Mark(canvas, state, x, y));
    }

    /// <summary>Each state has a shape of its own.</summary>
    private static void Mark(Canvas canvas, MilestoneState state, double x, double y)
    {
        switch (state)
        {
            case MilestoneState.Done:
                canvas.TickedDiamond(x, y);
                break;
            case MilestoneState.Late:
                canvas.Cross(x, y);
                break;
            default:
                canvas.Circle(x, y, canvas.Size * 0.42, Paint.Main);
                break;
        }
    }
}

public enum MilestoneState
{
    /// <summary>Still to come: a filled dot.</summary>
    Due,

    /// <summary>Over time: a square with a cross, as what is off track looks everywhere.</summary>
    Late,

    /// <summary>A diamond with a tick.</summary>
    Done,
}

/// <param name="First">The day first planned; null draws no hollow diamond.</param>
/// <param name="FirstWords">"30 Nov 2026".</param>
/// <param name="Due">The day it is due, expected or was done; null draws no mark.</param>
/// <param name="DueWords">"31 Jan 2027", or "no day yet"; stands beside what is still to come.</param>
/// <param name="StateWords">"12 days late", "done 3 Mar 2027"; stands beside what is late or done.</param>
public sealed record MilestoneMark(string Name, DateOnly? First, string FirstWords, DateOnly? Due, string DueWords, MilestoneState State, string StateWords);
