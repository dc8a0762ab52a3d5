namespace Ccri.Web;

/// <summary>Setting <c>Site:Address</c>: what links in mails and calendars begin with. Never taken from a request, which anybody can forge.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    [System.ComponentModel.DataAnnotations.Required, System.ComponentModel.DataAnnotations.Url]
    public string Address { get; init; } = "";
}
