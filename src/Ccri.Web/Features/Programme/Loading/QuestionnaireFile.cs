using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Needs;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>
/// The questionnaires, a question a row. Rounds are asked with a version, so a version that is there stays as it is, whoever made it; a
/// new one is published as it is loaded.
/// </summary>
public sealed class QuestionnaireFile() : RegisterFile("questionnaires", ["questionnaire", "version", "key"],
[
    Key("questionnaire"), Text("name", 300).Required, Whole("version", 1, 1000).Required, Text("cluster", Question.LongestName).Required, Key("key"),
    Text("question_name", Question.LongestName).Required, Text("text", Question.LongestText), .. RegisterFiles.Provenance, Text("notes"),
])
{
    private static readonly string[] Said = ["cluster", "question_name", "text"];

    public override async Task Apply(CsvTable table, LoadState state, CancellationToken cancellationToken)
    {
        var questionnaires = await state.Db.Questionnaires.ToDictionaryAsync(q => q.Code, cancellationToken);
        var versions = (await state.Db.QuestionnaireVersions.Include(v => v.Questions).ToListAsync(cancellationToken)).ToLookup(v => v.QuestionnaireId);
        foreach (var ofOne in table.Rows.GroupBy(row => row["questionnaire"]))
        {
            if (!questionnaires.TryGetValue(ofOne.Key, out var questionnaire))
                state.Db.Add(questionnaire = new Questionnaire(ofOne.Key, ofOne.First()["name"]));
            var known = versions[questionnaire.Id].ToDictionary(v => v.Number);
            foreach (var rows in ofOne.GroupBy(NumberOf).OrderBy(g => g.Key))
            {
                if (known.TryGetValue(rows.Key, out var there))
                    Leave(there, [.. rows], state);
                else if (rows.Key != known.Keys.DefaultIfEmpty().Max() + 1)
                    state.Faults.Add(new Fault(FileName, rows.First().Number, "version", $"{rows.Key}", $"The next version of “{ofOne.Key}” is {known.Keys.DefaultIfEmpty().Max() + 1}."));
                else if (Add(questionnaire, [.. rows], state) is { } made)
                    known.Add(rows.Key, made);
            }
        }
    }

    private static int NumberOf(CsvRow row) => int.Parse(row["version"], CultureInfo.InvariantCulture);

    private void Leave(QuestionnaireVersion version, IReadOnlyList<CsvRow> rows, LoadState state)
    {
        foreach (var row in rows)
        {
            state.Count(isNew: false, changed: false);
            var question = version.Questions.FirstOrDefault(q => q.Key == row["key"]);
            if (question is null || question.Cluster != row["cluster"] || question.Name != row["question_name"] || (question.Text ?? "") != row["text"])
                state.Keep($"{FileName}, {KeyOf(row)}: version {version.Number} is there already and is never rewritten. Give a change the number of a next version.");
        }
    }

    private QuestionnaireVersion? Add(Questionnaire questionnaire, IReadOnlyList<CsvRow> rows, LoadState state)
    {
        var version = new QuestionnaireVersion(questionnaire.Id, NumberOf(rows[0]));
        try
        {
            version.Ask(rows.Select(row => new AskedQuestion(row["key"], row["cluster"], row["question_name"], row["text"])), null);
            version.Publish(state.Now);
        }
        catch (RuleViolationException rule)
        {
            state.Faults.Add(new Fault(FileName, rows[0].Number, "(whole version)", $"{version.Number}", rule.Message));
            return null;
        }
        state.Db.Add(version);
        foreach (var (row, question) in rows.Zip(version.Questions))
        {
            state.Cite(question, "", row, null);
            state.Remember(Name, KeyOf(row), question.Id, Said.ToDictionary(column => column, column => row[column]));
            state.Count(isNew: true, changed: true);
        }
        return version;
    }
}
