namespace Ccri.Domain.WorkingGroups;

/// <summary>A session of a working group, or an event: the same thing with another kind and open attendance. Source: domain.md section 2.</summary>
public enum SessionKind
{
    Session,
    Webinar,
    Seminar,
    Workshop,
    Conference,
    StudyVisit,
    Matchmaking,
    Mentoring,
    Twinning,
}

public enum SessionFormat
{
    Online,
    OnSite,
    Hybrid,
}

/// <summary>How far the minutes are.</summary>
public enum SessionState
{
    Draft,

    /// <summary>Those who took part read it and may object.</summary>
    Circulated,
    Final,
}
