using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Milestones;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>The milestones of a roadmap as a version keeps them and a comparison shows them.</summary>
public static class RoadmapPicture
{
    private static readonly string[] Days = [nameof(Milestone.Due), nameof(Milestone.Forecast), nameof(Milestone.DoneOn)];

    public static async Task<Picture> ReadAsync(IQueryable<Milestone> milestones, CancellationToken cancellationToken) =>
        new([.. (await milestones.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken)).Select(Row)]);

    private static PictureRow Row(Milestone milestone) => new(milestone.Id, nameof(Milestone), milestone.Title, new Dictionary<string, string?>
    {
        [nameof(Milestone.Title)] = milestone.Title,
        [nameof(Milestone.Description)] = milestone.Description,
        [nameof(Milestone.Responsible)] = milestone.Responsible,
        [nameof(Milestone.Due)] = Text(milestone.Due),
        [nameof(Milestone.Forecast)] = Text(milestone.Forecast),
        [nameof(Milestone.DoneOn)] = Text(milestone.DoneOn),
        [nameof(Milestone.BlockedBy)] = milestone.BlockedBy,
    }.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!));

    public static ShownComparison Compare(string before, Picture earlier, string after, Picture later) => new(before, after, Comparison.Of(earlier, later)) { Field = Field, Value = Value };

    public static string Field(string field) => field switch
    {
        nameof(Milestone.Title) => "Milestone",
        nameof(Milestone.Due) => "Agreed day",
        nameof(Milestone.DoneOn) => "Done on",
        nameof(Milestone.BlockedBy) => "Blocked by",
        _ => Words.OfProperty(field),
    };

    public static string Value(string field, string value) => Days.Contains(field) && FromAddress.Day(value) is { } day ? Words.Of(day) : value;

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
