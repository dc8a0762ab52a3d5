namespace Ccri.Domain.Files;

/// <summary>A file that belongs to a support activity or to a session; what is in it is stored once, however often it is added.</summary>
public sealed class AttachedFile : Entity
{
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When it belongs to nothing, or to two things.</exception>
    public AttachedFile(Guid? activityId, Guid? sessionId, string name, FileKind kind, FileContent content, Guid? personId, DateTime now)
    {
        Require(activityId is null != sessionId is null, "A file belongs to an activity or to a session.");
        (ActivityId, SessionId, Name, Kind) = (activityId, sessionId, Line(name, "The name of the file", FileContent.LongestName), kind);
        (Sha256, Size, AddedById, AddedAt) = (content.Sha256, content.Size, personId, now);
    }

#pragma warning disable CS8618 // read from the database
    private AttachedFile() { }
#pragma warning restore CS8618

    public Guid? ActivityId { get; private set; }
    public Guid? SessionId { get; private set; }

    /// <summary>As it was called where it came from.</summary>
    public string Name { get; private set; }
    public FileKind Kind { get; private set; }

    /// <summary>Of the content; 64 hexadecimal digits, lower case.</summary>
    public string Sha256 { get; private set; }

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }
    public Guid? AddedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; }
}
