namespace Ccri.Domain.WorkingGroups;

/// <summary>A thematic working group. Source: domain.md section 2.</summary>
public sealed class WorkingGroup : Entity
{
    public WorkingGroup(string code) => Code = Line(code, "The code of the working group", 20);

    /// <summary>Unique; part of the address.</summary>
    public string Code { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>How the group was called in 2023.</summary>
    public string? EarlierWording { get; private set; }
    public List<string> Topics { get; private set; } = [];

    /// <summary>Year in which the group's report is due.</summary>
    public int? ReportDue { get; private set; }
    public string? Notes { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the working group", 120);
    public void WasCalled(string? wording) => EarlierWording = Optional(wording);
    public void WorkOn(IEnumerable<string> topics) => Topics = [.. topics];
    public void OweReportIn(int? year) => ReportDue = year;
    public void Remark(string? notes) => Notes = Optional(notes);
}
