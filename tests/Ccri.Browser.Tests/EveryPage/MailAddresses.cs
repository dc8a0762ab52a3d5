using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>The log of reminders, and the page that ends mails. A mail itself has an address that differs on each site.</summary>
internal static class MailAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Log of reminders"] = new("/reminders/log"),
        ["Log of reminders of a territory contact"] = new("/reminders/log", Role.Territory),
        ["Log of reminders, none found"] = new("/reminders/log?state=notDelivered"),
        ["End mails, address cut"] = new("/reminders/unsubscribe/no-token", Role: null),
    };
}
