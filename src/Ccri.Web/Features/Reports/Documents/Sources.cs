using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>Who said it and when, in words.</summary>
internal static class Sources
{
    /// <summary>"Confirmed by the territory on 8 Oct 2026"; of what is old that it was not confirmed.</summary>
    public static Provenance? Of(Said? said, DateOnly day) => said switch
    {
        null => null,
        _ when said.IsStaleOn(day) => new Provenance($"Not confirmed for two quarters (last by {said.By} on {Wording.Date(said.On)})", Stale: true),
        { Confirmed: true } => $"Confirmed by {said.By} on {Wording.Date(said.On)}",
        _ => $"Recorded by {said.By} on {Wording.Date(said.On)}",
    };

    /// <summary>Of many rows in one sentence: from when to when, by whom, and how many are old.</summary>
    public static Provenance? Of(IEnumerable<Said?> rows, DateOnly day, string one, string? many = null)
    {
        var all = rows.ToList();
        var said = all.OfType<Said>().ToList();
        if (said.Count == 0)
            return null;
        var (from, to) = (Wording.Date(said.Min(s => s.On)), Wording.Date(said.Max(s => s.On)));
        var by = said.GroupBy(s => s.By).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(3).Select(g => g.Key);
        var stale = said.Count(s => s.IsStaleOn(day)) + all.Count - said.Count;
        return new Provenance($"Recorded or confirmed {(from == to ? $"on {from}" : $"between {from} and {to}")} by {string.Join(", ", by)}"
            + (stale > 0 ? $"; of {Wording.Count(all.Count, one, many)}, {Wording.Number(stale)} not confirmed for two quarters." : "."));
    }

    /// <summary>Who gave a status.</summary>
    public static Provenance Of(SnapshotStatus status, Said? said, DateOnly day)
    {
        if (status is { ByPerson: true })
            return $"Set by {status.By ?? "the support office"}{(status.On is { } on ? $" on {Wording.Date(on)}" : "")}, with this reason"
                + (status.Ruled is { } ruled && ruled != status.Status ? $". The rule says: {Words.Of(ruled)}" : "");
        return Of(said, day) is { } source ? source with { Text = $"By rule. {source.Text}" } : status.On is { } since ? $"By rule, so since {Wording.Date(since)}" : "By rule";
    }
}
