namespace Ccri.Domain.Organisations;

/// <summary>The languages that a contact can be written to in: the 24 of the Union, and Norwegian, because Norwegian territories take part.</summary>
public static class Languages
{
    /// <summary>BCP 47 code to English name, by name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["bg"] = "Bulgarian", ["hr"] = "Croatian", ["cs"] = "Czech", ["da"] = "Danish", ["nl"] = "Dutch", ["en"] = "English", ["et"] = "Estonian",
        ["fi"] = "Finnish", ["fr"] = "French", ["de"] = "German", ["el"] = "Greek", ["hu"] = "Hungarian", ["ga"] = "Irish", ["it"] = "Italian",
        ["lv"] = "Latvian", ["lt"] = "Lithuanian", ["mt"] = "Maltese", ["nb"] = "Norwegian", ["pl"] = "Polish", ["pt"] = "Portuguese",
        ["ro"] = "Romanian", ["sk"] = "Slovak", ["sl"] = "Slovenian", ["es"] = "Spanish", ["sv"] = "Swedish",
    };
}
