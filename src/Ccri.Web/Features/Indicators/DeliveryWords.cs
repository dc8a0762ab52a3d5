namespace Ccri.Web.Features.Indicators;

/// <summary>What each indicator of delivery is waiting for that cannot be computed yet; it can be entered until then.</summary>
public static class DeliveryWords
{
    public static string Awaited(string code) => "Not held yet: " + code switch
    {
        "DEL-09" => "needs a record of the exchanges between territories.",
        "DEL-10" => "needs the good practices.",
        _ => "nothing in this system tells it.",
    };
}
