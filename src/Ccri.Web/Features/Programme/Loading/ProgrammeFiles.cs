using Ccri.Domain.Programme;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>The files that say what the programme is made of: countries and who may take part, cohorts, tiers.</summary>
internal static class ProgrammeFiles
{
    public static RegisterFile<Country> Countries() => new("countries", ["code"], [Key("code"), RegisterFiles.SourceOnly],
    [
        new(Text("name").Required, c => c.Name, (c, v) => c.Call(v!)),
        new(Text("iso_code", 2).Required, c => c.IsoCode, (c, v) => c.CodeAs(v!)),
    ], (row, _) => new Country(row["code"]), c => c.Code);

    public static RegisterFile<Eligibility> EligibilityLists() => new("eligibility", ["key"], [Key("key"), .. RegisterFiles.Provenance, Text("notes")],
    [
        new(Text("programme", Eligibility.LongestProgramme).Required, e => e.Programme, (e, v) => e.BelongTo(v!)),
        new(ReferenceTo("countries", "country").Required, e => e.CountryCode, (e, v) => e.Concern(v!)),
        Field<Eligibility>.OneOf<EligibilityStanding>(OneOf<EligibilityStanding>("standing").Required, e => e.Standing, (e, v) => e.Stand(v!.Value)),
        Field<Eligibility>.Day(Day("from"), e => e.From, (e, v) => e.Last(v, e.To)),
        Field<Eligibility>.Day(Day("to"), e => e.To, (e, v) => e.Last(e.From, v)),
    ], (row, _) => new Eligibility(row["programme"], row["country"]));

    public static RegisterFile<Cohort> Cohorts() => new("cohorts", ["code"], [Key("code"), RegisterFiles.SourceOnly, Text("second_source_url")],
    [
        new(Text("name").Required, c => c.Name, (c, v) => c.Call(v!)),
        Field<Cohort>.Day(Day("selected_on"), c => c.SelectedOn, (c, v) => c.SelectOn(v)),
        new(Text("eligibility_programme", Eligibility.LongestProgramme), c => c.EligibilityProgramme, (c, v) => c.Follow(v)),
        new(Text("note"), c => c.Note, (c, v) => c.Remark(v)),
    ], (row, _) => new Cohort(row["code"]), c => c.Code);

    public static RegisterFile<Tier> Tiers() => new("tiers", ["code"], [Key("code"), RegisterFiles.SourceOnly],
    [
        new(Text("name").Required, t => t.Name, (t, v) => t.Call(v!)),
        new(Text("plural").Required, t => t.Plural, (t, v) => t.CallMany(v!)),
        Field<Tier>.Whole(Whole("capacity", 1, 10_000).Required, t => t.Capacity, (t, v) => t.MakeRoomFor(v!.Value)),
        Field<Tier>.YesNo(YesNo("individual_support").Required, t => t.IndividualSupport, (t, v) => t.EntitleToIndividualSupport(v)),
        Field<Tier>.YesNo(YesNo("roadmap").Required, t => t.Roadmap, (t, v) => t.EntitleToRoadmap(v)),
        Field<Tier>.YesNo(YesNo("plans").Required, t => t.Plans, (t, v) => t.EntitleToPlans(v)),
        new(Text("note"), t => t.Note, (t, v) => t.Remark(v)),
    ], (row, _) => new Tier(row["code"]), t => t.Code);
}
