namespace Ccri.Web.Charts;

/// <summary>The shapes of marks, least urgent first: in this order they are drawn, so that the urgent ones lie on top.</summary>
public enum MarkKind
{
    /// <summary>A place with nothing to say about it.</summary>
    Dot,
    Ring,
    Diamond,
    Circle,
    Triangle,
    Square,
}

/// <summary>One place on the map.</summary>
/// <param name="Href">Where the mark leads.</param>
/// <param name="Name">The place, as a person says it.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Kind">The shape.</param>
/// <param name="Words">What the shape says, in words.</param>
public sealed record MapMark(string Href, string Name, double Longitude, double Latitude, MarkKind Kind, string Words);
