using Ccri.Domain.Needs;
using Ccri.Web.Features.Programme.Loading;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

public abstract class LoadQuestionnairesTests(CcriApp app) : BothDatabases(app)
{
    private static string Text => File.ReadAllText(Path.Combine(Repository.Root, "data", "questionnaires.csv"));

    [Fact]
    public async Task The_first_version_asks_twelve_questions_in_three_clusters_and_each_has_its_source()
    {
        var version = await VersionAsync(1);

        version.IsPublished.ShouldBeTrue();
        version.Questions.OrderBy(q => q.Number).GroupBy(q => q.Cluster).Select(g => (g.Key, g.Count())).ShouldBe([("Promote", 3), ("Facilitate", 4), ("Enable", 5)]);
        var ids = version.Questions.Select(q => q.Id).ToList();
        (await App.WithDatabaseAsync(db => db.FactNotes.CountAsync(n => ids.Contains(n.SubjectId), Cancellation))).ShouldBe(12);
    }

    [Fact]
    public async Task A_version_that_is_there_is_never_rewritten_and_the_next_one_is_added()
    {
        var changed = Text.Replace(",Financing,", ",Money,");
        var next = string.Join('\n', Text.TrimEnd('\n').Split('\n').Skip(1).Where(line => !line.Contains(",innovation,")).Select(line => line.Replace(",1,", ",2,")));

        var outcome = await LoadAsync(changed);
        (outcome.Created, outcome.Changed, outcome.Unchanged).ShouldBe((0, 0, 12));
        outcome.Kept.ShouldHaveSingleItem().ShouldContain("is never rewritten");
        (await LoadAsync($"{Text}{next}\n")).Created.ShouldBe(11);

        (await VersionAsync(1)).Questions.ShouldContain(q => q.Name == "Financing");
        (await VersionAsync(2)).Questions.Select(q => q.Key).ShouldNotContain("innovation");
        (await LoadAsync($"{Text}{next}\n")).Unchanged.ShouldBe(23);
    }

    [Fact]
    public async Task A_version_that_leaves_out_a_number_or_asks_twice_under_one_name_is_refused_and_nothing_is_loaded()
    {
        var far = await Should.ThrowAsync<LoadRefusedException>(() => LoadAsync(Text.Replace(",1,", ",9,")));
        var twice = await Should.ThrowAsync<LoadRefusedException>(() => LoadAsync(Text.Replace("oecd-scoreboard", "another").Replace(",Regulation,", ",financing,")));

        far.Faults.ShouldHaveSingleItem().Reason.ShouldContain("The next version of “oecd-scoreboard” is");
        twice.Faults.ShouldHaveSingleItem().Reason.ShouldContain("Two questions are called");
        (await App.WithDatabaseAsync(db => db.Questionnaires.CountAsync(Cancellation))).ShouldBe(1);
    }

    private Task<QuestionnaireVersion> VersionAsync(int number) => App.WithDatabaseAsync(db => db.QuestionnaireVersions.Include(v => v.Questions).SingleAsync(v => v.Number == number, Cancellation));

    private Task<LoadRegister.Outcome> LoadAsync(string text) => App.SendAsSystemAsync(new LoadRegister.Command([new LoadRegister.File("questionnaires.csv", text)]));
}

public sealed class LoadQuestionnairesOnSqlite(SqliteApp app) : LoadQuestionnairesTests(app), IClassFixture<SqliteApp>;

public sealed class LoadQuestionnairesOnPostgres(PostgresApp app) : LoadQuestionnairesTests(app), IClassFixture<PostgresApp>;
