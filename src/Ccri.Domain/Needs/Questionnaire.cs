namespace Ccri.Domain.Needs;

/// <summary>A set of questions by which needs are assessed. It is data and comes in versions. Source: domain.md 4.4.</summary>
public sealed class Questionnaire : Entity
{
    public const int LongestText = 2000;

    /// <param name="code">Unique, lower case with hyphens.</param>
    public Questionnaire(string code, string name)
    {
        Code = Line(code, "The code of the questionnaire", 60);
        Name = "";
        Call(name);
    }

#pragma warning disable CS8618 // read from the database
    private Questionnaire() { }
#pragma warning restore CS8618

    public string Code { get; private set; }
    public string Name { get; private set; }

    /// <summary>What it follows, in words that a reader of a report understands.</summary>
    public string? Note { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the questionnaire");
    public void Remark(string? note) => Note = Optional(note);
}
