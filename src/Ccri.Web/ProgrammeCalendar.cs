using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Ccri.Web;

/// <summary>Settings <c>Programme:TimeZone</c> and <c>Programme:Helpdesk</c>.</summary>
public sealed class ProgrammeOptions : IValidatableObject
{
    public const string Section = "Programme";

    [Required] public string TimeZone { get; init; } = "Europe/Brussels";
    [Required, EmailAddress] public string Helpdesk { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"Programme:TimeZone is “{TimeZone}”, which is no time zone. It should be a name such as Europe/Brussels.");
    }
}

/// <summary>Today, and local times, in the calendar of the programme and not of the machine.</summary>
public sealed class ProgrammeCalendar(TimeProvider clock, IOptions<ProgrammeOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateOnly Today => DayOf(clock.GetUtcNow().UtcDateTime);

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
