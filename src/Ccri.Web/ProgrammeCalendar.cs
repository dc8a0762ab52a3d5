using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Ccri.Web;

/// <summary>Settings <c>Programme:TimeZone</c>, <c>Programme:Helpdesk</c> and <c>Programme:QuietAfterDays</c>.</summary>
public sealed class ProgrammeOptions : IValidatableObject
{
    public const string Section = "Programme";

    private const int LongestQuiet = 3650;

    [Required] public string TimeZone { get; init; } = "Europe/Brussels";
    [Required, EmailAddress] public string Helpdesk { get; init; } = "";

    /// <summary>So many days may pass after a contact; a day more, and the territory is quiet.</summary>
    public int QuietAfterDays { get; init; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"Programme:TimeZone is “{TimeZone}”, which is no time zone. It should be a name such as Europe/Brussels.");
        if (QuietAfterDays is < 1 or > LongestQuiet)
            yield return new ValidationResult(string.Create(CultureInfo.InvariantCulture, $"Programme:QuietAfterDays is {QuietAfterDays}. It should be a number of days from 1 to {LongestQuiet}."));
    }
}

/// <summary>Today, and local times, in the calendar of the programme and not of the machine.</summary>
public sealed class ProgrammeCalendar(TimeProvider clock, IOptions<ProgrammeOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>Its name in the IANA list.</summary>
    public string Zone => options.Value.TimeZone;

    public DateOnly Today => DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>So many days may pass after a contact; a day more, and the territory is quiet.</summary>
    public int QuietAfterDays => options.Value.QuietAfterDays;

    /// <summary>A territory whose last contact lies before this day is quiet.</summary>
    public DateOnly QuietBefore => Today.AddDays(-options.Value.QuietAfterDays);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The moment (UTC) at which a day begins; on a day that has no midnight, the first moment that it has.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, _zone);
    }

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);
}
