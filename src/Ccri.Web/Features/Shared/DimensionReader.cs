using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>A dimension under which needs fall, as the newest questionnaire that asks it calls it.</summary>
/// <param name="IsAsked">Whether the questionnaire of today asks it.</param>
public sealed record Dimension(string Key, string Cluster, string Name, string? Text, bool IsAsked);

/// <summary>Reads the dimensions: those that the published questionnaire asks, in its order, then those of older versions.</summary>
public sealed class DimensionReader(CcriDbContext db)
{
    /// <summary>What to call a dimension by its key; the key itself where no published version asks it.</summary>
    public async Task<Func<string, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = (await ReadAsync(cancellationToken)).ToDictionary(d => d.Key, d => d.Name);
        return key => names.GetValueOrDefault(key, key);
    }

    public async Task<IReadOnlyList<Dimension>> ReadAsync(CancellationToken cancellationToken)
    {
        var asked = await (from version in db.QuestionnaireVersions.Where(v => v.PublishedAt != null)
                           join question in db.Questions on version.Id equals question.VersionId
                           orderby version.PublishedAt descending, version.Number descending, version.Id, question.Number
                           select new { version.Id, question.Key, question.Cluster, question.Name, question.Text }).AsNoTracking().ToListAsync(cancellationToken);
        var current = asked.FirstOrDefault()?.Id;
        return [.. asked.DistinctBy(q => q.Key).Select(q => new Dimension(q.Key, q.Cluster, q.Name, q.Text, q.Id == current))];
    }
}
