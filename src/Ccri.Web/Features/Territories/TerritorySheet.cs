using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Shared;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Territories;

/// <summary>What the territory sheet says, as blocks: all its words and their order.</summary>
public static class TerritorySheet
{
    public static Report Of(GetTerritory.Details territory, DateTime newest)
    {
        var (profile, sources) = (territory.Profile, new SourceList());
        var recorded = new DateTimeOffset(newest, TimeSpan.Zero);
        List<Block> blocks =
        [
            new TitleBlock("Circular Cities and Regions Initiative", Head(territory, recorded)) { Key = "title", Unit = "Coordination and Support Office" },
            .. Standing(territory),
            new HeadingBlock(2, "Profile") { Key = "profile" },
            new KeyValuesBlock([.. Facts(territory, sources)]) { Key = "facts" },
            .. Organisations(territory, sources),
            .. GroupsAndNetworks(territory, sources),
            .. Missing(territory),
        ];
        if (profile.Notes is { } notes)
            blocks.AddRange(new HeadingBlock(2, "Notes") { Key = "notes" }, new ParagraphBlock(notes) { Key = "note" });
        blocks.AddRange(sources.Blocks());

        var meta = new ReportMeta("Territory sheet", profile.Name, Subtitle(territory), Wording.Date(recorded), $"{profile.Name}, territory sheet", "CCRI Coordination and Support Office", recorded,
            new ReportWords($"State of the register: {Wording.Instant(recorded)}") { Attachment = "The facts this sheet was made from" });
        return new Report(meta, blocks);
    }

    private static string Subtitle(GetTerritory.Details territory) => string.Join(", ", new[]
    {
        territory.Participations.FirstOrDefault()?.Tier,
        territory.Profile.Type is { } type ? Words.Of(type).ToLowerInvariant() : null,
        territory.Profile.Country,
    }.OfType<string>());

    private static List<Fact> Head(GetTerritory.Details territory, DateTimeOffset recorded)
    {
        var profile = territory.Profile;
        var facts = new List<Fact> { new("Tier", territory.Participations.FirstOrDefault()?.Tier ?? "None") };
        if (profile.CountryCode is { } code)
            facts.Add(new("Country", profile.Country is null ? code : $"{profile.Country} ({code})"));
        facts.Add(new("Population", profile.Population is { } people ? Wording.Number(people) : "Not known"));
        facts.Add(new("State of the register", Wording.Date(recorded)));
        return facts;
    }

    private static IEnumerable<Block> Standing(GetTerritory.Details territory)
    {
        if (territory.Profile.IsPlaceholder)
            yield return new NoteBlock("Seven of the 25 Fellows are not publicly known. This sheet holds the place of one of them until the support office supplies the name.") { Key = "standing", Title = "Name to be supplied" };
        else if (territory.SourceOf(nameof(Territory.Participations))?.Confidence is not (Confidence.High or Confidence.Medium))
            yield return new NoteBlock("No source that was read says that this territory takes part; it is inferred. The notes below say from what.") { Key = "standing", Title = "Unconfirmed" };
    }

    private static IEnumerable<KeyValue> Facts(GetTerritory.Details territory, SourceList sources)
    {
        var profile = territory.Profile;
        KeyValue? Fact(string name, string? value, string field) => value is null ? null : new KeyValue(name, value) { Key = field, Source = sources.Cite(territory.SourceOf(field)) };
        var nuts = profile.NutsCode is null ? null : string.Join(", ", new[] { profile.NutsCode, profile.NutsVersion is { } year ? $"NUTS {year}" : null, profile.NutsNote }.OfType<string>());
        KeyValue?[] facts =
        [
            Fact("Takes part", territory.Participations is [var now, ..] ? Participation(now) : null, nameof(Territory.Participations)),
            Fact("Country", profile.Country is null ? profile.CountryCode : $"{profile.Country} ({profile.CountryCode})", nameof(Territory.CountryCode)),
            Fact("Type", profile.Type is { } type ? Words.Of(type) : null, nameof(Territory.Type)),
            Fact("Population", profile.Population is { } people ? $"{Wording.Number(people)}, as published" : null, nameof(Territory.Population)),
            Fact("NUTS code", nuts, nameof(Territory.NutsCode)),
            Fact("Predominance", profile.UrbanRural is { } urbanRural ? Words.Of(urbanRural) : null, nameof(Territory.UrbanRural)),
            Fact("Sectors", profile.Sectors.Count > 0 ? string.Join(", ", profile.Sectors) : null, nameof(Territory.Sectors)),
            Fact("Circular systemic solution", profile.PublishedSolution, nameof(Territory.PublishedSolution)),
        ];
        return facts.OfType<KeyValue>();
    }

    private static string Participation(GetTerritory.ParticipationRow now) =>
        $"{now.Tier}, {now.Cohort.ToLowerInvariant()}" + (now.From is { } day ? $", since {Wording.Date(day)}" : "");

    private static IEnumerable<Block> Organisations(GetTerritory.Details territory, SourceList sources)
    {
        if (territory.Roles.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "Organisations") { Key = "organisations" };
        Column[] columns = [new("Organisation") { Key = "organisation", Width = 3 }, new("Role") { Key = "role", Width = 2 }, new("Department") { Key = "unit", Width = 2 }, new("Source") { Key = "source", Width = 1.6 }];
        yield return new TableBlock(columns, [.. territory.Roles.Select(role => TableRow.Of($"{role.Kind}/{role.Organisation}",
            role.Acronym is null ? role.Organisation : $"{role.Organisation} ({role.Acronym})", Words.Of(role.Kind), role.Unit, sources.Cite(territory.SourceOf(role.Id))?.Text))]) { Key = "roles" };
    }

    private static IEnumerable<Block> GroupsAndNetworks(GetTerritory.Details territory, SourceList sources)
    {
        if (territory.Groups.Count + territory.Networks.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "Working groups and networks") { Key = "groups" };
        Column[] columns = [new("Name") { Key = "name", Width = 4 }, new("What it is") { Key = "kind", Width = 2 }, new("Through") { Key = "through", Width = 1.5 }, new("Source") { Key = "source", Width = 1.6 }];
        yield return new TableBlock(columns,
        [
            .. territory.Groups.Select(g => TableRow.Of(g.Code, g.Name, "Thematic working group", null, sources.Cite(territory.SourceOf(g.MembershipId))?.Text)),
            .. territory.Networks.Select(n => TableRow.Of(n.Code, n.Name, n.Kind.ToString(), n.Through, sources.Cite(territory.SourceOf(n.MembershipId))?.Text)),
        ]) { Key = "memberships" };
    }

    private static IEnumerable<Block> Missing(GetTerritory.Details territory)
    {
        if (territory.Gaps.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "What is missing") { Key = "missing" };
        yield return new ListBlock([.. territory.Gaps.Select(gap => (RichText)Words.Of(gap))]) { Key = "gaps" };
    }
}
