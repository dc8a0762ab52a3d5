using Ccri.Domain.Indicators;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>The files of <c>data/</c> in the order in which they refer to each other; the columns are explained in <c>data/README.md</c>.</summary>
public static class RegisterFiles
{
    internal static readonly Column[] Provenance = [Text("source_url").Required, OneOf<Confidence>("confidence").Required];
    internal static readonly Column SourceOnly = Text("source_url").Required;

    public static readonly IReadOnlyList<RegisterFile> InOrder =
    [
        ProgrammeFiles.Countries(), ProgrammeFiles.EligibilityLists(), ProgrammeFiles.Cohorts(), ProgrammeFiles.Tiers(),
        Organisations(), WorkingGroups(), Networks(), Indicators(), Territories(), Roles(), GroupMembers(), SubGroups(), NetworkMembers(),
        PlanFiles.Plans(), PlanFiles.Solutions(), PlanFiles.Strands(), PlanFiles.Phases(), PlanFiles.Changes(),
        new QuestionnaireFile(), EventFile.Events(), new HolidayFile(),
    ];

    private static RegisterFile<Organisation> Organisations() => new("organisations", ["key"], [Key("key"), .. Provenance],
    [
        new(Text("name", 300).Required, o => o.Name, (o, v) => o.Rename(v!)),
        new(Text("acronym", 40), o => o.Acronym, (o, v) => o.Abbreviate(v)),
        new(ReferenceTo("countries", "country"), o => o.CountryCode, (o, v) => o.SitIn(v)),
        new(Text("notes"), o => o.Notes, (o, v) => o.Remark(v)),
    ], (row, _) => new Organisation(row["name"]), unique: ("name", o => o.Name));

    private static RegisterFile<WorkingGroup> WorkingGroups() => new("working-groups", ["code"], [Key("code"), .. Provenance],
    [
        new(Text("name", 120).Required, g => g.Name, (g, v) => g.Call(v!)),
        new(Text("wording_2023"), g => g.EarlierWording, (g, v) => g.WasCalled(v)),
        Field<WorkingGroup>.Several(Column.Several("topics"), g => g.Topics, (g, v) => g.WorkOn(v)),
        Field<WorkingGroup>.Whole(Column.Whole("report_due", 2022, 2100), g => g.ReportDue, (g, v) => g.OweReportIn(v)),
        new(Text("notes"), g => g.Notes, (g, v) => g.Remark(v)),
    ], (row, _) => new WorkingGroup(row["code"]), g => g.Code);

    private static RegisterFile<Network> Networks() => new("networks", ["key"], [Key("key"), SourceOnly],
    [
        new(Text("code", 40).Required, n => n.Code, (n, v) => n.CodeAs(v!)),
        new(Text("name", 300).Required, n => n.Name, (n, v) => n.Call(v!)),
        Field<Network>.OneOf<NetworkKind>(OneOf<NetworkKind>("kind").Required, n => n.Kind, (n, v) => n.Classify(v!.Value)),
        new(ReferenceTo("countries", "country"), n => n.CountryCode, (n, v) => n.SitIn(v)),
        new(Text("note"), n => n.Note, (n, v) => n.Remark(v)),
    ], (row, _) => new Network(row["code"]), unique: ("code", n => n.Code));

    private static RegisterFile<Indicator> Indicators() => new("indicators", ["code"], [Key("code"), .. Provenance],
    [
        new(Text("name", 300).Required, i => i.Name, (i, v) => i.Call(v!)),
        new(Text("framework", 100).Required, i => i.Framework, (i, v) => i.BelongTo(v!)),
        new(Text("framework_version", 40), i => i.FrameworkVersion, (i, v) => i.InVersion(v)),
        new(Text("dimension", 200), i => i.Dimension, (i, v) => i.InDimension(v)),
        new(Text("parent", 200), i => i.Parent, (i, v) => i.Under(v)),
        new(Text("unit", 300).Required, i => i.Unit, (i, v) => i.MeasureIn(v!)),
        Field<Indicator>.OneOf<Direction>(OneOf<Direction>("direction").Required, i => i.Direction, (i, v) => i.Prefer(v!.Value)),
        new(Text("eurostat_code", 40), i => i.EurostatCode, (i, v) => i.CodeAs(v)),
        Field<Indicator>.OneOf<IndicatorLevel>(OneOf<IndicatorLevel>("level").Required, i => i.Level, (i, v) => i.Rank(v!.Value)),
        Field<Indicator>.OneOf<Aggregation>(OneOf<Aggregation>("aggregation").Required, i => i.Aggregation, (i, v) => i.Aggregate(v!.Value)),
        new(Text("data_years", 200), i => i.DataYears, (i, v) => i.Cover(v)),
        new(Text("notes"), i => i.Notes, (i, v) => i.Remark(v)),
    ], (row, _) => new Indicator(row["code"]), i => i.Code);

    private static RegisterFile<Territory> Territories() => new("territories", ["key"],
        [Key("key"), .. Provenance, Day("as_of"), Text("second_source_url")],
    [
        new(Text("name", 300).Required, t => t.Name, (t, v) => t.Rename(v!), nameof(Territory.Name)),
        new(ReferenceTo("tiers", "kind").Required, (t, keys) => keys.KeyOf("tiers", t.Participations.FirstOrDefault(p => p.To is null)?.TierId),
            (t, v, keys) => t.Participations.First(p => p.To is null).CorrectTier(keys.Id("tiers", v)!.Value), nameof(Territory.Participations)),
        new(ReferenceTo("cohorts", "cohort").Required, (t, keys) => keys.KeyOf("cohorts", t.Participations.FirstOrDefault(p => p.To is null)?.CohortId),
            (t, v, keys) => t.Participations.First(p => p.To is null).CorrectCohort(keys.Id("cohorts", v)!.Value)),
        Field<Territory>.Day(Day("from"), t => t.Participations.FirstOrDefault(p => p.To is null)?.From, (t, v) => t.Participations.First(p => p.To is null).Last(v, null)),
        Field<Territory>.OneOf<TerritoryType>(OneOf<TerritoryType>("type"), t => t.Type, (t, v) => t.Classify(v), nameof(Territory.Type)),
        new(ReferenceTo("countries", "country"), t => t.CountryCode, (t, v) => t.LieIn(v), nameof(Territory.CountryCode)),
        Field<Territory>.Whole(Whole("population", 1, 500_000_000), t => t.Population, (t, v) => t.Count(v), nameof(Territory.Population)),
        new(Text("nuts_code", 8), t => t.NutsCode, (t, v) => t.CodeAs(v), nameof(Territory.NutsCode)),
        Field<Territory>.Whole(Whole("nuts_version", 2003, 2100), t => t.NutsVersion, (t, v) => t.CodeInVersion(v)),
        new(Text("nuts_note"), t => t.NutsNote, (t, v) => t.RemarkOnCode(v)),
        Field<Territory>.OneOf<UrbanRural>(OneOf<UrbanRural>("urban_rural"), t => t.UrbanRural, (t, v) => t.Describe(v), nameof(Territory.UrbanRural)),
        Field<Territory>.Several(Column.Several("sectors"), t => t.Sectors, (t, v) => t.WorkOn(v), nameof(Territory.Sectors)),
        new(Text("solution"), t => t.PublishedSolution, (t, v) => t.Publish(v), nameof(Territory.PublishedSolution)),
        Field<Territory>.Degrees(Degrees("latitude"), t => t.Latitude, (t, v) => t.PlaceNorth(v)) with
            { Fact = nameof(Territory.Latitude), OwnSource = "Placed by the support office for the map, about the middle of the territory" },
        Field<Territory>.Degrees(Degrees("longitude"), t => t.Longitude, (t, v) => t.PlaceEast(v)),
        new(Text("notes"), t => t.Notes, (t, v) => t.Remark(v)),
    ], Born, t => t.Slug, query => query.Include(t => t.Participations), ("name", t => t.Name), IsNamedNow);

    private static RegisterFile<OrganisationRole> Roles() => new("roles", ["organisation", "role", "territory", "group", "unit"],
        [.. Provenance, ReferenceTo("organisations", "organisation").Required, OneOf<OrganisationRoleKind>("role").Required,
            ReferenceTo("territories", "territory"), ReferenceTo("working-groups", "group"), Text("notes")],
    [
        new(Text("unit"), r => r.Unit, (r, v) => r.ActThrough(v)),
        Field<OrganisationRole>.Day(Day("from"), r => r.From, (r, v) => r.Last(v, r.To)),
        Field<OrganisationRole>.Day(Day("to"), r => r.To, (r, v) => r.Last(r.From, v)),
    ], (row, keys) => new OrganisationRole(keys.Id("organisations", row["organisation"])!.Value, Member<OrganisationRoleKind>(row["role"]),
        keys.Id("territories", row["territory"]), keys.Id("working-groups", row["group"])));

    private static RegisterFile<GroupMembership> GroupMembers() => new("group-members", ["group", "territory", "organisation"],
        [.. Provenance, ReferenceTo("working-groups", "group").Required,
            ReferenceTo("territories", "territory"), ReferenceTo("organisations", "organisation"), Text("notes")],
    [
        Field<GroupMembership>.OneOf<MemberCategory>(OneOf<MemberCategory>("category").Required, m => m.Category, (m, v) => m.Count(v!.Value)),
    ], (row, keys) => new GroupMembership(keys.Id("working-groups", row["group"])!.Value, Member<MemberCategory>(row["category"]),
        keys.Id("territories", row["territory"]), keys.Id("organisations", row["organisation"])));

    private static RegisterFile<SubGroup> SubGroups() => new("sub-groups", ["group", "name"],
        [.. Provenance, ReferenceTo("working-groups", "group").Required, Text("name", SubGroup.LongestName).Required, Text("notes")],
    [
        new(ReferenceTo("group-members", "coordinator"), (g, keys) => keys.KeyOf("group-members", g.CoordinatorMembershipId), (g, v, keys) => g.BeCoordinatedBy(keys.Id("group-members", v))),
    ], (row, keys) => new SubGroup(keys.Id("working-groups", row["group"])!.Value, row["name"]), include: query => query.Include(g => g.Members));

    private static RegisterFile<NetworkMembership> NetworkMembers() => new("network-members", ["network", "territory", "organisation"],
        [.. Provenance, ReferenceTo("networks", "network").Required, ReferenceTo("territories", "territory"), ReferenceTo("organisations", "organisation"), Text("notes")],
    [
        new(Text("through"), m => m.Through, (m, v) => m.BelongThrough(v)),
    ], (row, keys) => new NetworkMembership(keys.Id("networks", row["network"])!.Value, keys.Id("territories", row["territory"]), keys.Id("organisations", row["organisation"])));

    /// <summary>A placeholder's row that was filled in names it; one that a person named otherwise since stays the person's.</summary>
    private static bool IsNamedNow(Territory territory, CsvRow row)
    {
        if (!territory.IsPlaceholder || row["confidence"] == Code(Confidence.Placeholder) || territory.Name != row["name"])
            return false;
        territory.Identify(territory.Name);
        return true;
    }

    private static Territory Born(CsvRow row, Keys keys)
    {
        var territory = new Territory(row["key"], row["name"], row["confidence"] == Code(Confidence.Placeholder));
        territory.Join(keys.Id("cohorts", row["cohort"])!.Value, keys.Id("tiers", row["kind"])!.Value, Field<Territory>.DayOf(row["from"]));
        return territory;
    }
}
