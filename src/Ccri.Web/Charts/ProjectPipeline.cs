namespace Ccri.Web.Charts;

/// <summary>How many projects have come how far: a bar for each stage, in the order of the stages.</summary>
public sealed record ProjectPipeline(IReadOnlyList<PipelineStage> Stages) : Chart
{
    private long Projects => Stages.Sum(s => (long)Math.Max(s.Projects, 0));

    public override bool IsEmpty => Projects == 0;

    public override string Summary => IsEmpty
        ? "No project in any stage."
        : $"{Count(Projects, "project", "projects")} in {Stages.Count(s => s.Projects > 0)} of {Count(Stages.Count, "stage", "stages")}, most in {Stages.MaxBy(s => s.Projects)!.Name}.";

    public override ChartNumbers Numbers => new(
        [new("Stage"), new("Projects", IsFigure: true), new("Amount", IsFigure: true)],
        [.. Stages.Select(s => (IReadOnlyList<string>)[s.Name, s.ProjectsWords, s.AmountWords ?? "–"])]);

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var rows = new RowLayout(canvas, 0, Stages.Select(s => s.Name), Stages.Select(s => Label(s).Sum(p => ChartText.Width(p.Words, size, p.Tone))));
        var scale = (rows.Right - rows.Left) / Math.Max(Stages.Select(s => s.Projects).DefaultIfEmpty().Max(), 1);
        for (var i = 0; i < Stages.Count; i++)
        {
            var length = Math.Max(Stages[i].Projects, 0) * scale;
            canvas.Line(rows.Left, rows.Middle(i) - size * 0.75, rows.Left, rows.Middle(i) + size * 0.75, Paint.Grid);
            canvas.Rect(rows.Left, rows.Middle(i) - size * 0.55, length, size * 1.1, Paint.Main);
            rows.Words(i, Stages[i].Name, rows.Left + length, Label(Stages[i]));
        }
        return canvas.Close(rows.Top(Stages.Count));
    }

    private static (string Words, Tone Tone)[] Label(PipelineStage stage) => stage.AmountWords is { } amount
        ? [(stage.ProjectsWords, Tone.Strong), ("  " + amount, Tone.Muted)]
        : [(stage.ProjectsWords, stage.Projects > 0 ? Tone.Strong : Tone.Muted)];
}

/// <param name="Projects">The length of the bar.</param>
/// <param name="ProjectsWords">"3", or "3 projects".</param>
/// <param name="AmountWords">"EUR 12.4 million"; null where no amount is known.</param>
public sealed record PipelineStage(string Name, int Projects, string ProjectsWords, string? AmountWords = null);
