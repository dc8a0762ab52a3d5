using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Programme.Loading;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

public abstract class LoadRegisterTests(CcriApp app) : BothDatabases(app)
{
    private static readonly IReadOnlyList<LoadRegister.File> Files =
        [.. RegisterFiles.InOrder.Select(f => new LoadRegister.File(f.FileName, File.ReadAllText(Path.Combine(Repository.Root, "data", f.FileName))))];

    private static string Text(string name) => Files.Single(f => f.Name == name).Text;

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var again = await LoadAsync([.. Files]);

        (again.Created, again.Changed).ShouldBe((0, 0));
        again.Unchanged.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task The_cohort_is_12_Pilots_16_sourced_Fellows_2_inferred_and_7_places_held()
    {
        var tiers = await App.WithDatabaseAsync(db => (from p in db.Participations
                                                       join t in db.Tiers on p.TierId equals t.Id
                                                       select new { t.Code, db.FactNotes.First(n => n.SubjectId == p.TerritoryId && n.Field == nameof(Territory.Participations)).Confidence })
            .ToListAsync(Cancellation));

        tiers.Count(t => t is { Code: "pilot", Confidence: Confidence.High }).ShouldBe(12);
        tiers.Count(t => t is { Code: "fellow", Confidence: Confidence.High or Confidence.Medium }).ShouldBe(16);
        tiers.Count(t => t is { Code: "fellow", Confidence: Confidence.Inferred }).ShouldBe(2);
        tiers.Count(t => t is { Code: "fellow", Confidence: Confidence.Placeholder }).ShouldBe(7);
    }

    [Fact]
    public async Task Every_loaded_fact_has_a_source_and_places_on_the_map_are_marked_approximate()
    {
        var notes = await App.WithDatabaseAsync(db => db.FactNotes.ToListAsync(Cancellation));

        notes.Count.ShouldBeGreaterThan(400);
        notes.ShouldAllBe(n => n.Sources.Count > 0);
        notes.Where(n => n.Field == nameof(Territory.Latitude)).ShouldAllBe(n => n.Confidence == Confidence.Approximate);
    }

    [Fact]
    public async Task An_empty_row_is_no_fault_and_does_not_shift_the_number_of_the_next()
    {
        var lines = Text("territories.csv").Replace(",96000,", ",many,").Split('\n', 2);

        var refused = await Should.ThrowAsync<LoadRefusedException>(() => LoadAsync(new LoadRegister.File("territories.csv", $"{lines[0]}\n\n{new string(',', lines[0].Count(c => c == ','))}\n{lines[1]}")));

        refused.Faults.Select(f => (f.Row, f.Value)).ShouldBe([(4, "many")]);
    }

    [Fact]
    public async Task Two_rows_of_one_name_are_a_fault_of_the_second()
    {
        var text = Text("organisations.csv").TrimEnd('\n');
        var twin = text.Split('\n')[1];

        var refused = await Should.ThrowAsync<LoadRefusedException>(() => LoadAsync(new LoadRegister.File("organisations.csv", $"{text}\ntwin{twin[twin.IndexOf(',')..]}")));

        refused.Faults.Select(f => (f.Column, f.Reason)).ShouldBe([("name", "Another one has the same name already.")]);
    }

    [Fact]
    public async Task A_placeholder_whose_row_was_filled_in_has_its_name_and_is_no_placeholder_any_more()
    {
        var named = string.Join('\n', Text("territories.csv").Split('\n').Select(line => line.StartsWith("fellow-to-be-named-6,", StringComparison.Ordinal)
            ? line.Replace("Fellow to be named by the support office (6 of 7)", "Gdańsk").Replace(",placeholder,", ",high,") : line));

        (await LoadAsync(new LoadRegister.File("territories.csv", named))).Changed.ShouldBe(1);
        (await LoadAsync(new LoadRegister.File("territories.csv", named))).Changed.ShouldBe(0);

        var territory = await App.WithDatabaseAsync(db => db.Territories.SingleAsync(t => t.Name == "Gdańsk", Cancellation));
        await LoadAsync([.. Files]); // as the other tests know it
        (territory.IsPlaceholder, territory.Slug).ShouldBe((false, "gdansk"));
    }

    [Fact]
    public async Task A_file_with_three_faults_names_all_three_and_writes_nothing()
    {
        var bad = Text("territories.csv").Replace(",96000,", ",many,").Replace("gothenburg,Gothenburg,2022,pilot", "gothenburg,,2022,captain");

        var refused = await Should.ThrowAsync<LoadRefusedException>(() => LoadAsync(new LoadRegister.File("territories.csv", bad)));

        refused.Faults.Select(f => (f.File, f.Row, f.Column, f.Value)).ShouldBe([("territories.csv", 2, "population", "many"), ("territories.csv", 6, "name", ""), ("territories.csv", 6, "kind", "captain")], ignoreOrder: true);
        refused.Faults.ShouldAllBe(f => f.Reason.Length > 10);
        (await App.WithDatabaseAsync(db => db.Territories.CountAsync(t => t.Name == "Gothenburg" && t.Population == null, Cancellation))).ShouldBe(1);
    }

    [Theory]
    [InlineData("territories.csv", "key,name\nx,X", "The column is missing.")]
    [InlineData("territories.csv", "", "The file is empty.")]
    [InlineData("needs.csv", "a,b\n1,2", "There is no such file.")]
    [InlineData("plans.csv", "code,territory,kind\nCEAP-X-1,asker,map", "This should be one of ceap, ceip.")]
    [InlineData("solution-changes.csv", "key,solution,to,on,reason,lesson,confidence,source_url,notes\na,CSS-ASKER-1,stopped,2024-Q5,x,x,high,x,", "This should be a day, month, quarter or year")]
    [InlineData("solution-changes.csv", "key,solution,to,on,reason,lesson,confidence,source_url,notes\na,CSS-ASKER-1,active,2024,x,x,high,x,", "The solution is active and cannot be resumed.")]
    [InlineData("cohorts.csv", "code,name,selected_on,source_url,note\n2023,Second,tomorrow,somewhere,\n2023,Third,,somewhere,", "The same key stands in an earlier row.")]
    [InlineData("cohorts.csv", "code,name,selected_on,source_url,note\n2023,Second,tomorrow,somewhere,", "This should be a day such as 2024-09-12.")]
    [InlineData("cohorts.csv", "code,name,selected_on,source_url,note\n2023,Second", "The row has 2 values, the header 5 columns.")]
    [InlineData("cohorts.csv", "code,name,selected_on,source_url,note\n2023,Sec\"ond\",,x,\n2024,\"open,,x,", "A quotation mark stands where it cannot.")]
    [InlineData("tiers.csv", "code,name,plural,capacity,individual_support,roadmap,plans,source_url,note\npilot,Pilot,Pilots,0,yes,yes,maybe,x,", "This should be a whole number from 1 to 10000, digits only.")]
    [InlineData("network-members.csv", "network,territory,organisation,through,confidence,source_url,notes\nacr-plus,asker,acr-plus,,high,x,", "A member of a network is either a territory or an organisation.")]
    public async Task A_bad_file_is_refused_with_a_reason(string name, string text, string reason)
    {
        var refused = await Should.ThrowAsync<LoadRefusedException>(() => LoadAsync(new LoadRegister.File(name, text)));

        refused.Faults.ShouldContain(f => f.Reason.Contains(reason), string.Join('\n', refused.Faults));
    }

    [Fact]
    public async Task What_a_person_changed_is_kept_and_reported()
    {
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation)).Count(97_000);
            return await db.SaveChangesAsync(Cancellation);
        });

        var outcome = await LoadAsync([.. Files]);

        outcome.Kept.ShouldContain(k => k.Contains("asker") && k.Contains("population") && k.Contains("97000") && k.Contains("96000"));
        (outcome.Created, outcome.Changed).ShouldBe((0, 0));
        (await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "asker").Select(t => t.Population).SingleAsync(Cancellation))).ShouldBe(97_000);
    }

    [Fact]
    public async Task A_placeholder_that_was_named_is_not_created_again()
    {
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Territories.SingleAsync(t => t.Slug == "fellow-to-be-named-7", Cancellation)).Identify("Łódź");
            return await db.SaveChangesAsync(Cancellation);
        });

        var outcome = await LoadAsync([.. Files]);

        outcome.Created.ShouldBe(0);
        outcome.Kept.ShouldContain(k => k.Contains("Łódź"));
        (await App.WithDatabaseAsync(db => db.Territories.CountAsync(Cancellation))).ShouldBe(37);
        (await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "lodz").Select(t => t.IsPlaceholder).SingleAsync(Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_person_removed_stays_removed()
    {
        await App.WithDatabaseAsync(async db =>
        {
            db.NetworkMemberships.Remove(await db.NetworkMemberships.OrderBy(m => m.Id).FirstAsync(Cancellation));
            return await db.SaveChangesAsync(Cancellation);
        });
        var before = await App.WithDatabaseAsync(db => db.NetworkMemberships.CountAsync(Cancellation));

        var outcome = await LoadAsync([.. Files]);

        outcome.Kept.ShouldContain(k => k.Contains("network-members.csv") && k.Contains("removed"));
        (await App.WithDatabaseAsync(db => db.NetworkMemberships.CountAsync(Cancellation))).ShouldBe(before);
    }

    [Fact]
    public async Task A_column_that_a_file_has_gained_since_fills_what_nobody_has_touched()
    {
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync(c => c.Code == "2022", Cancellation)).Follow(null);
            var row = await db.LoadedRows.SingleAsync(r => r.File == "cohorts", Cancellation);
            row.Values = row.Values.Where(value => value.Key != "eligibility_programme").ToDictionary();
            return await db.SaveChangesAsync(Cancellation);
        });

        var outcome = await LoadAsync(new LoadRegister.File("cohorts.csv", Text("cohorts.csv")));

        (outcome.Created, outcome.Changed, outcome.Kept.Count).ShouldBe((0, 1, 0));
        (await App.WithDatabaseAsync(db => db.Cohorts.Select(c => c.EligibilityProgramme).SingleAsync(Cancellation))).ShouldBe("Horizon 2020");
    }

    [Fact]
    public async Task A_corrected_file_changes_what_nobody_has_touched()
    {
        var corrected = Text("cohorts.csv").Replace("First cohort", "Cohort of 2022");

        var outcome = await LoadAsync(new LoadRegister.File("cohorts.csv", corrected));
        var back = await LoadAsync(new LoadRegister.File("cohorts.csv", Text("cohorts.csv")));

        (outcome.Created, outcome.Changed, outcome.Kept.Count).ShouldBe((0, 1, 0));
        (back.Created, back.Changed, back.Kept.Count).ShouldBe((0, 1, 0));
    }

    private Task<LoadRegister.Outcome> LoadAsync(params LoadRegister.File[] files) => App.SendAsSystemAsync(new LoadRegister.Command(files));
}

public sealed class LoadRegisterOnSqlite(SqliteApp app) : LoadRegisterTests(app), IClassFixture<SqliteApp>;

public sealed class LoadRegisterOnPostgres(PostgresApp app) : LoadRegisterTests(app), IClassFixture<PostgresApp>;
