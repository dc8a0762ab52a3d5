namespace Ccri.Domain.Programme;

/// <summary>The territories selected by one call. Source: domain.md section 1.1.</summary>
public sealed class Cohort : Entity
{
    public Cohort(string code) => Code = Line(code, "The code of the cohort", 20);

    /// <summary>Unique, for example 2022.</summary>
    public string Code { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The day of the selection, when a source states it to the day.</summary>
    public DateOnly? SelectedOn { get; private set; }
    public string? Note { get; private set; }

    /// <summary>The programme whose list of countries decides who may take part, for example Horizon 2020; empty when none does.</summary>
    public string? EligibilityProgramme { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the cohort", 100);
    public void SelectOn(DateOnly? day) => SelectedOn = day;
    public void Follow(string? programme) => EligibilityProgramme = programme is null or "" ? null : Line(programme, "The programme", Eligibility.LongestProgramme);
    public void Remark(string? note) => Note = Optional(note);
}
