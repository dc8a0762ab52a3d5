using Ccri.Domain.Files;

namespace Ccri.Domain.Support;

/// <summary>A file that belongs to an activity; what is in it is stored once, however often it is added.</summary>
public sealed class ActivityFile : Entity
{
    /// <param name="now">UTC.</param>
    public ActivityFile(Guid activityId, string name, FileKind kind, FileContent content, Guid? personId, DateTime now) =>
        (ActivityId, Name, Kind, Sha256, Size, AddedById, AddedAt) = (activityId, Line(name, "The name of the file", FileContent.LongestName), kind, content.Sha256, content.Size, personId, now);

#pragma warning disable CS8618 // read from the database
    private ActivityFile() { }
#pragma warning restore CS8618

    public Guid ActivityId { get; private set; }

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
