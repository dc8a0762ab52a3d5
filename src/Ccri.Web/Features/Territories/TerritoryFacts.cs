using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The facts of a territory that are public, and so are shown with a source: which of them an edit changed, and where the new ones come from.</summary>
public static class TerritoryFacts
{
    /// <summary>Property to the name that people read, in the order of the page.</summary>
    public static readonly IReadOnlyList<(string Field, string Name)> All =
    [
        (nameof(Territory.Name), "Name"), (nameof(Territory.CountryCode), "Country"), (nameof(Territory.Type), "Type"), (nameof(Territory.Population), "Population"),
        (nameof(Territory.NutsCode), "NUTS code"), (nameof(Territory.UrbanRural), "Predominance"), (nameof(Territory.Sectors), "Sectors"),
        (nameof(Territory.PublishedSolution), "Circular systemic solution"), (nameof(Territory.Latitude), "Place on the map"), (nameof(Territory.Participations), "Participation"),
    ];

    /// <summary>The facts as words, to be compared before and after.</summary>
    public static Dictionary<string, string?> Of(Territory territory) => new()
    {
        [nameof(Territory.Name)] = territory.Name,
        [nameof(Territory.CountryCode)] = territory.CountryCode,
        [nameof(Territory.Type)] = territory.Type?.ToString(),
        [nameof(Territory.Population)] = territory.Population is { } people ? Words.Of(people) : null,
        [nameof(Territory.NutsCode)] = territory.NutsCode is null ? null : FormattableString.Invariant($"{territory.NutsCode}/{territory.NutsVersion}/{territory.NutsNote}"),
        [nameof(Territory.UrbanRural)] = territory.UrbanRural?.ToString(),
        [nameof(Territory.Sectors)] = territory.Sectors.Count == 0 ? null : string.Join('\n', territory.Sectors),
        [nameof(Territory.PublishedSolution)] = territory.PublishedSolution,
        [nameof(Territory.Latitude)] = territory.Latitude is null && territory.Longitude is null ? null : FormattableString.Invariant($"{territory.Latitude}/{territory.Longitude}"),
    };

    /// <summary>Notes the source at each fact that is another now; a fact that is gone needs none any more.</summary>
    /// <param name="alsoOf">A fact that is as it was and gets the source all the same.</param>
    /// <exception cref="ValidationException">At the field of the source, when a fact changed and no source is given.</exception>
    public static async Task CiteChangedAsync(this CcriDbContext db, Territory territory, Dictionary<string, string?> before, SourceOfChange source, string? alsoOf, Guid? personId, DateTime now,
        CancellationToken cancellationToken)
    {
        var after = Of(territory);
        var changed = All.Where(fact => (fact.Field == alsoOf && after.GetValueOrDefault(fact.Field) is not null) || before.GetValueOrDefault(fact.Field) != after.GetValueOrDefault(fact.Field)).ToList();
        var stated = changed.Where(fact => after[fact.Field] is not null).ToList();
        if (stated.Count > 0 && string.IsNullOrWhiteSpace(source.Source))
            throw Refusal.At(nameof(SourceOfChange.Source), $"You changed {Listed(stated)}. Say where that comes from: an address, or the words of the source.");
        if (changed.Count == 0 && !string.IsNullOrWhiteSpace(source.Source))
            throw Refusal.At("SourceOf", "You gave a source and changed no fact. Choose the fact that it is the source of, or leave the source empty.");

        var notes = await db.FactNotes.Where(n => n.SubjectId == territory.Id).ToDictionaryAsync(n => n.Field, cancellationToken);
        foreach (var (field, _) in changed)
        {
            if (after[field] is null)
            {
                if (notes.TryGetValue(field, out var gone))
                    db.FactNotes.Remove(gone);
                continue;
            }
            if (!notes.TryGetValue(field, out var note))
                db.FactNotes.Add(note = new FactNote(territory.Id, field, territory.Id));
            source.CiteAt(note, personId, now);
        }
    }

    /// <summary>Notes where it is known from that, and how, a territory takes part.</summary>
    public static async Task CiteParticipationAsync(this CcriDbContext db, Territory territory, SourceOfChange source, Guid? personId, DateTime now, CancellationToken cancellationToken)
    {
        var note = await db.FactNotes.SingleOrDefaultAsync(n => n.SubjectId == territory.Id && n.Field == nameof(Territory.Participations), cancellationToken);
        if (note is null)
            db.FactNotes.Add(note = new FactNote(territory.Id, nameof(Territory.Participations), territory.Id));
        source.CiteAt(note, personId, now);
    }

    private static string Listed(List<(string Field, string Name)> facts)
    {
        var names = facts.Select(f => f.Name.StartsWith("NUTS", StringComparison.Ordinal) ? $"the {f.Name}" : $"the {f.Name.ToLowerInvariant()}").ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
