namespace Ccri.Domain.Needs;

/// <summary>One version of a questionnaire: edited until it is published, and never after that, so that a round keeps the questions it was asked with.</summary>
public sealed class QuestionnaireVersion : Entity
{
    public const int MostQuestions = 60;

    private readonly List<Question> _questions = [];

    /// <param name="number">1, 2, 3 … of the questionnaire.</param>
    public QuestionnaireVersion(Guid questionnaireId, int number) => (QuestionnaireId, Number) = (questionnaireId, number);

    private QuestionnaireVersion() { } // read from the database

    public Guid QuestionnaireId { get; private set; }
    public int Number { get; private set; }

    /// <summary>UTC; empty while it is edited.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>What is other than in the version before, in words.</summary>
    public string? Remark { get; private set; }

    /// <summary>In the order in which they are asked once sorted by their numbers.</summary>
    public IReadOnlyList<Question> Questions => _questions;

    public bool IsPublished => PublishedAt is not null;

    /// <summary>The next version, with the same questions to begin with.</summary>
    /// <exception cref="RuleViolationException">When this one is not published yet.</exception>
    public QuestionnaireVersion Next()
    {
        Require(IsPublished, $"Version {Number} is being edited. Publish it before there is a next one.");
        var next = new QuestionnaireVersion(QuestionnaireId, Number + 1);
        next.Ask(_questions.OrderBy(q => q.Number).Select(q => new AskedQuestion(q.Key, q.Cluster, q.Name, q.Text)), null);
        return next;
    }

    /// <summary>Replaces all questions by these, in their order. A question that keeps its key asks the same as before, however it is worded.</summary>
    /// <exception cref="RuleViolationException">When it is published, has no question or too many, or two of them have one key or one name.</exception>
    public void Ask(IEnumerable<AskedQuestion> questions, string? remark)
    {
        Require(!IsPublished, $"Version {Number} is published, and rounds were asked with it. Begin the next version to change it.");
        var asked = questions.ToList();
        Require(asked.Count > 0, "A questionnaire asks at least one question.");
        Require(asked.Count <= MostQuestions, $"A questionnaire asks at most {MostQuestions} questions, not {asked.Count}.");
        foreach (var twice in asked.GroupBy(q => Folding.ForSearch(q.Name)).Where(g => g.Count() > 1).Select(g => g.First().Name))
            Require(false, $"Two questions are called “{twice}”. Give them different names.");
        foreach (var twice in asked.GroupBy(q => q.Key).Where(g => g.Count() > 1).Select(g => g.Key))
            Require(false, $"Two questions have the key “{twice}”.");
        var kept = _questions.ToDictionary(q => q.Key);
        _questions.RemoveAll(q => asked.TrueForAll(a => a.Key != q.Key));
        foreach (var (i, question) in asked.Index())
        {
            if (!kept.TryGetValue(question.Key, out var row))
                _questions.Add(row = new Question(Id, question.Key));
            row.Word(i + 1, question.Cluster, question.Name, question.Text);
        }
        Remark = Optional(remark);
    }

    /// <summary>From now on new rounds are asked with it.</summary>
    /// <exception cref="RuleViolationException">When it was published before, or asks nothing.</exception>
    public void Publish(DateTime now)
    {
        Require(!IsPublished, $"Version {Number} is published already.");
        Require(_questions.Count > 0, "A questionnaire asks at least one question.");
        PublishedAt = now;
    }
}

/// <summary>A question as it is typed.</summary>
/// <param name="Key">The same in all versions that ask the same.</param>
public sealed record AskedQuestion(string Key, string Cluster, string Name, string? Text);

/// <summary>One dimension that is rated.</summary>
public sealed class Question : Entity
{
    public const int LongestKey = 60, LongestName = 120, LongestText = 1000;

    internal Question(Guid versionId, string key)
    {
        VersionId = versionId;
        Key = Line(key, "The key of the question", LongestKey);
        (Cluster, Name) = ("", "");
    }

#pragma warning disable CS8618 // read from the database
    private Question() { }
#pragma warning restore CS8618

    public Guid VersionId { get; private set; }

    /// <summary>The same in all versions that ask the same: answers with one key are comparable, others are not.</summary>
    public string Key { get; private set; }

    /// <summary>1, 2, 3 … in the order in which they are asked.</summary>
    public int Number { get; private set; }

    /// <summary>What it is grouped under.</summary>
    public string Cluster { get; private set; }
    public string Name { get; private set; }

    /// <summary>What is asked, in a sentence.</summary>
    public string? Text { get; private set; }

    internal void Word(int number, string cluster, string name, string? text) =>
        (Number, Cluster, Name, Text) = (number, Line(cluster, "The cluster", LongestName), Line(name, "The name of the question", LongestName), Optional(text));
}
