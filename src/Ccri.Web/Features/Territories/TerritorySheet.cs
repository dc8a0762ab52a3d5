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
            Profile(territory, sources),
            .. Organisations(territory, sources),
            .. Members(territory, sources),
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
        return
        [
            new("Tier", territory.Participations.FirstOrDefault()?.Tier ?? "None"),
            new("Country", profile.CountryCode is not { } code ? "Not known" : profile.Country is null ? code : $"{profile.Country} ({code})"),
            new("Population", profile.Population is { } people ? Wording.Number(people) : "Not known"),
            new("State of the register", Wording.Date(recorded)),
        ];
    }

    private static IEnumerable<Block> Standing(GetTerritory.Details territory)
    {
        if (territory.Profile.IsPlaceholder)
            yield return new NoteBlock("Seven of the 25 Fellows are not publicly known. This sheet holds the place of one of them until the support office supplies the name.")
                { Key = "standing", Title = "Name to be supplied" };
        else if (territory.SourceOf(nameof(Territory.Participations))?.Confidence is not (Confidence.High or Confidence.Medium))
            yield return new NoteBlock("No source that was read says that this territory takes part; it is inferred. The notes below say from what.") { Key = "standing", Title = "Unconfirmed" };
    }

    /// <summary>What most facts have in common is said once under all of them; a fact says its own source only where it differs.</summary>
    private static KeyValuesBlock Profile(GetTerritory.Details territory, SourceList sources)
    {
        var facts = Facts(territory, sources).ToList();
        var common = facts.GroupBy(f => f.Source?.Text).OrderByDescending(g => g.Count()).FirstOrDefault(g => g.Key is not null && g.Count() > 1)?.Key;
        return new KeyValuesBlock([.. facts.Select(f => common is not null && f.Source?.Text == common ? f with { Source = null } : f)])
        {
            Key = "facts",
            Source = common is null ? null : new Provenance($"{common}{(facts.Any(f => f.Source?.Text != common) ? ", where nothing else is said" : "")}"),
        };
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
        yield return Table("roles", ["Organisation", "Role", "Department", "Source"], territory.Roles.Select(role => (
            Key: $"{role.Kind}/{role.Organisation}/{role.Unit}",
            Cells: (string?[])[role.Acronym is null ? role.Organisation : $"{role.Organisation} ({role.Acronym})", Words.Of(role.Kind), role.Unit, sources.Cite(territory.SourceOf(role.Id))?.Text])));
    }

    private static IEnumerable<Block> Members(GetTerritory.Details territory, SourceList sources)
    {
        if (territory.Members.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "Members of the cluster") { Key = "members" };
        yield return Table("members", ["Member", "Country", "When", "Source"], territory.Members.Select(member => (
            Key: $"{member.Name}/{member.CountryCode}/{member.From:yyyy-MM-dd}",
            Cells: (string?[])[member.Name, member.CountryCode, member.From is null && member.To is null ? null : Words.Of(member.From, member.To), sources.Cite(territory.SourceOf(member.Id))?.Text])));
    }

    private static IEnumerable<Block> GroupsAndNetworks(GetTerritory.Details territory, SourceList sources)
    {
        if (territory.Groups.Count + territory.Networks.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "Working groups and networks") { Key = "groups" };
        var groups = territory.Groups.Select(g => (Key: g.Code, Cells: (string?[])[g.Name, "Thematic working group", null, sources.Cite(territory.SourceOf(g.MembershipId))?.Text]));
        var networks = territory.Networks.Select(n => (Key: n.Code, Cells: (string?[])[n.Name, n.Kind.ToString(), n.Through, sources.Cite(territory.SourceOf(n.MembershipId))?.Text]));
        yield return Table("memberships", ["Name", "What it is", "Through", "Source"], groups.Concat(networks));
    }

    /// <summary>A table without the columns in which no row has anything to say.</summary>
    private static TableBlock Table(string key, string[] names, IEnumerable<(string Key, string?[] Cells)> rows)
    {
        var all = rows.ToList();
        double[] widths = [3, 2, 1.6, 2.4];
        var used = Enumerable.Range(0, names.Length).Where(i => all.Exists(row => row.Cells[i] is not null)).ToList();
        return new TableBlock(
            [.. used.Select(i => new Column(names[i]) { Key = names[i].ToLowerInvariant().Replace(' ', '-'), Width = widths[i] })],
            [.. all.Select(row => TableRow.Of(row.Key, [.. used.Select(i => (Cell?)row.Cells[i])]))]) { Key = key };
    }

    private static IEnumerable<Block> Missing(GetTerritory.Details territory)
    {
        if (territory.Gaps.Count == 0)
            yield break;
        yield return new HeadingBlock(2, "What is missing") { Key = "missing" };
        yield return new ListBlock([.. territory.Gaps.Select(gap => (RichText)Words.Of(gap))]) { Key = "gaps" };
    }
}
