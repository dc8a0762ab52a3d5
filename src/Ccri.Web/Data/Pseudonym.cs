using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Ccri.Domain;

namespace Ccri.Web.Data;

/// <summary>What is put in the place of a name and an address, however a text spells them: in any case, folded for search, inside JSON or an address of a page.</summary>
public sealed class Pseudonym
{
    /// <summary>An escape of JSON or of an address may stand right before a word, and ends in a letter or digit itself.</summary>
    private const string AfterEscape = @"(?<=\\u[0-9A-F]{4}|\\[bfnrt]|%[0-9A-F]{2})";

    private readonly string _oldName;
    private readonly string? _oldEmail;
    private readonly Regex? _names, _emails;

    /// <param name="oldEmail">Empty where none is known.</param>
    public Pseudonym(string oldName, string? oldEmail, string name, string email)
    {
        (_oldName, _oldEmail, Name, Email) = (oldName, oldEmail, name, email);
        const RegexOptions anyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        _emails = oldEmail is null ? null : new Regex($@"(?:{AfterEscape}|(?<![\p{{L}}\p{{N}}._%+\-]))(?:{Spellings(oldEmail)})(?![\p{{L}}\p{{N}}\-]|\.[\p{{L}}\p{{N}}])", anyCase);
        _names = IsTelling(oldName)
            ? new Regex($@"(?:{AfterEscape}|(?<![\p{{L}}\p{{N}}]))(?:{Spellings(oldName)})(?![\p{{L}}\p{{N}}])", anyCase)
            : null;
    }

    public string Name { get; }

    public string Email { get; }

    /// <summary>A single word is looked for only where a person is named: it may be a place, a first name of others, or “info”.</summary>
    public static bool IsTelling(string name) => name.Trim().Any(c => char.IsWhiteSpace(c) || c == '.');

    public bool IsAddress(string? text) => _oldEmail is not null && string.Equals(text?.Trim(), _oldEmail, StringComparison.OrdinalIgnoreCase);

    public bool IsIn(string text) => (_emails?.IsMatch(text) ?? false) || (_names?.IsMatch(text) ?? false);

    /// <param name="isOfPerson">The text is the value of a field that describes a person.</param>
    public string In(string text, bool isOfPerson = false)
    {
        if (isOfPerson && text.Trim().Equals(_oldName, StringComparison.OrdinalIgnoreCase))
            return Name;
        var replaced = _emails is null ? text : _emails.Replace(text, Email);
        return _names is null ? replaced : _names.Replace(replaced, Name);
    }

    private static string Spellings(string words)
    {
        string[] folded = [words, Folding.ForSearch(words)];
        var spellings = folded.SelectMany(w => (string[])
            [w, JsonEncodedText.Encode(w).Value, JsonEncodedText.Encode(w, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value, Uri.EscapeDataString(w), WebUtility.UrlEncode(w), HtmlEncoder.Default.Encode(w), HtmlEncoder.Create(UnicodeRanges.All).Encode(w)]);
        return string.Join('|', spellings.Distinct().OrderByDescending(s => s.Length).Select(s => Regex.Escape(s).Replace(@"\ ", @"\s+", StringComparison.Ordinal)));
    }
}
