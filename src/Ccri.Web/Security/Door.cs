namespace Ccri.Web.Security;

/// <summary>The way by which a message came in; the audit keeps it.</summary>
public enum Door
{
    Page,
    Api,
    Job,
    CommandLine,
}
