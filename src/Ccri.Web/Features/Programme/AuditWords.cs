using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ccri.Domain;
using Ccri.Web.Data;
using Ccri.Web.Security;

namespace Ccri.Web.Features.Programme;

/// <summary>Audit rows in words. What is not listed here is read from the name of the property and its type, so that what comes later reads well, too.</summary>
public sealed partial class AuditWords(Func<Guid, string?> nameOf, ProgrammeCalendar calendar)
{
    private static readonly Dictionary<string, string> Nouns = new()
    {
        ["Account"] = "Sign-in", ["FactNote"] = "Source of a fact", ["OrganisationRole"] = "Role of an organisation", ["RoleAssignment"] = "Role of a person",
        ["GroupMembership"] = "Working-group membership", ["SavedFilter"] = "Saved view", ["Acceptance"] = "Exception to a rule",
        ["PlanAction"] = "Action", ["PhaseEntry"] = "Phase of a solution", ["StateChange"] = "State of a solution", ["StageChange"] = "Stage of a project", ["CriterionScore"] = "Score of a criterion",
        ["SectionScore"] = "Score of a section", ["Lead"] = "Lead of an action or objective", ["Factor"] = "Barrier or lever", ["Effect"] = "Expected effect", ["MilestoneMove"] = "Moved day of a milestone",
    };

    private static readonly Dictionary<string, string> Properties = new()
    {
        ["AsOf"] = "As of", ["ConsentBasis"] = "Kept on", ["ConsentOn"] = "Consent given on", ["Fingerprint"] = "Fingerprint of the facts", ["CountryCode"] = "Country", ["Email"] = "E-mail address", ["EurostatCode"] = "Eurostat code", ["From"] = "From", ["IsPlaceholder"] = "Name to be supplied",
        ["LockoutEnd"] = "Locked until", ["NutsCode"] = "NUTS code", ["NutsNote"] = "Note on the NUTS code", ["NutsVersion"] = "NUTS version", ["Participations"] = "Taking part",
        ["PasswordHash"] = "Password", ["Plans"] = "Help with plans", ["PublishedSolution"] = "Published solution", ["Slug"] = "Address of its page", ["SubjectId"] = "About",
        ["Capex"] = "Cost to build", ["Opex"] = "Cost to run, a year", ["Preparation"] = "Cost to prepare", ["Trl"] = "Technology readiness level", ["IsCoLead"] = "Co-lead",
        ["RateOn"] = "Day of the rate", ["FirstDue"] = "First agreed day", ["Strategy"] = "R-strategy", ["StateChange.To"] = "To", ["StageChange.To"] = "To", ["MilestoneMove.To"] = "To",
        ["To"] = "Until", ["TwoFactorEnabled"] = "Second factor", ["UrbanRural"] = "Predominance", ["Query"] = "What it shows",
    };

    private static readonly Dictionary<string, Type> Things = typeof(Entity).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entity))).GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());

    public static string Noun(string noun) => Nouns.GetValueOrDefault(noun) ?? Split(noun);

    public static string Of(Door door) => door switch { Door.Page => "page", Door.Api => "API", Door.Job => "job", _ => "command line" };

    /// <summary>"TierId" is a tier, "IsShared" says that it is shared.</summary>
    /// <param name="noun">Of what, where a word means something else there.</param>
    public string Property(string property, string? noun = null) => Properties.GetValueOrDefault($"{noun}.{property}") ?? Properties.GetValueOrDefault(property) ?? Split(property switch
    {
        [_, .., 'I', 'd'] => property[..^2],
        ['I', 's', >= 'A' and <= 'Z', ..] => property[2..],
        _ => property,
    });

    public static IReadOnlyDictionary<string, string?[]> Read(string changes) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes)!;

    public IReadOnlyList<ListAudit.Change> Changes(AuditRow row) => row.Changes == AuditRow.Silence
        ? [new("What it said was erased together with a person", null, null, IsHidden: true)]
        : [.. Read(row.Changes).Select(change => change.Value is [var before, var after]
            ? new ListAudit.Change(Property(change.Key, row.Noun), Value(row.Noun, change.Key, before), Value(row.Noun, change.Key, after))
            : new ListAudit.Change(Property(change.Key, row.Noun), null, null, IsHidden: true))];

    /// <summary>One line: "Population: 6,200,000 → 6,800,000".</summary>
    public static string Line(ListAudit.Change change, AuditAction action) => change switch
    {
        { IsHidden: true } => $"{change.Property}: changed",
        _ => $"{change.Property}: {Values(change, action)}",
    };

    /// <summary>Of what was added only the value after matters, of what was removed only the one before.</summary>
    public static string Values(ListAudit.Change change, AuditAction action) => action switch
    {
        AuditAction.Added => change.After ?? "nothing",
        AuditAction.Removed => $"was {change.Before ?? "nothing"}",
        _ => $"{change.Before ?? "nothing"} → {change.After ?? "nothing"}",
    };

    private string? Value(string noun, string property, string? value)
    {
        if (value is null)
            return null;
        var type = Things.GetValueOrDefault(noun)?.GetProperty(property)?.PropertyType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type is { IsEnum: true })
            return Enum.TryParse(type, value, out var member) ? OfMember(type, member!) : Split(value);
        if (noun == "FactNote" && property == "Field")
            return Property(value);
        return type switch
        {
            _ when Guid.TryParse(value, out var id) => nameOf(id) ?? "something without a name",
            _ when type == typeof(DateOnly) && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Words.Of(day),
            _ when type == typeof(DateTime) && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) =>
                $"{Words.Of(calendar.DayOf(time))}, {calendar.Local(time):HH:mm}",
            _ when type == typeof(long) && long.TryParse(value, CultureInfo.InvariantCulture, out var cents) => Words.Money(cents, ""), // all our long numbers are cents
            _ when type == typeof(List<Guid>) => string.Join(", ", value.Split("; ").Select(id => Guid.TryParse(id, out var known) ? nameOf(known) : null).OfType<string>()),
            _ when type == typeof(bool) => value == bool.TrueString ? "yes" : "no",
            _ when type == typeof(int) && int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= 10_000 => Words.Of(number), // below, it may be a year
            _ => value,
        };
    }

    /// <summary>By <see cref="Words"/> where it has words for this enumeration.</summary>
    private static string OfMember(Type type, object member) =>
        Array.Find(typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Static), m => m.Name == nameof(Words.Of) && m.GetParameters() is [var only] && only.ParameterType == type) is { } words
            ? (string)words.Invoke(null, [member])! : Split(member.ToString()!);

    /// <summary>"FollowUpOwner" becomes "Follow up owner".</summary>
    private static string Split(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + WordStart().Replace(name, m => $" {char.ToLowerInvariant(m.Value[0])}")[1..];

    [GeneratedRegex("(?<!^)(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
