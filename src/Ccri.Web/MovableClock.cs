namespace Ccri.Web;

/// <summary>The clock of the application. The demonstration tells it what time it is while it replays a year of work; for everybody else it is the clock that was registered.</summary>
public sealed class MovableClock(TimeProvider real) : TimeProvider
{
    /// <summary>Of this flow of control only: what runs beside it keeps the real time.</summary>
    private readonly AsyncLocal<DateTimeOffset?> _told = new();

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;
    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _told.Value ?? real.GetUtcNow();
    public override long GetTimestamp() => real.GetTimestamp();
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>It stands still at an instant until that is disposed of.</summary>
    /// <param name="now">UTC.</param>
    public IDisposable At(DateTime now)
    {
        var before = _told.Value;
        _told.Value = new DateTimeOffset(now, TimeSpan.Zero);
        return new Back(this, before);
    }

    /// <summary>Puts it over whatever clock is registered, also one that a test put in place of the system's.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var last = services.Last(s => s.ServiceType == typeof(TimeProvider));
        services.AddSingleton(provider => new MovableClock((TimeProvider?)last.ImplementationInstance ?? (TimeProvider)last.ImplementationFactory!(provider)));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
    }

    private sealed class Back(MovableClock clock, DateTimeOffset? before) : IDisposable
    {
        public void Dispose() => clock._told.Value = before;
    }
}
