using Ccri.Web.Charts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class SeriesModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "p")] public string? P { get; set; }

    public GetSeries.Answer Series { get; private set; } = null!;

    /// <summary>More points than that are one thick line.</summary>
    public const int MostPoints = 100;

    public TargetLine Line
    {
        get
        {
            var row = Series.Series;
            return new([.. row.Course(MostPoints).Select(v => Mark(v.On, v.Value))],
                row is { Baseline: { } baseline, BaselineOn: { } since } ? Mark(since, baseline) : null, row is { Target: { } target, TargetOn: { } by } ? Mark(by, target) : null);
        }
    }

    public async Task OnGetAsync(Guid id) => Series = await mediator.Send(new GetSeries.Query(id, int.TryParse(P, out var page) && page > 0 ? page : 1), HttpContext.RequestAborted);

    private ValueMark Mark(DateOnly day, decimal value) => new(day, value, Words.ExactValue(value, Series.Series.Unit), Words.Of(day));
}
