using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>Whether this database holds the demonstration, whose figures must not be taken for facts: each page, report and download says so, at the latest a minute after another process has filled it.</summary>
public sealed class HeldDemonstration(IServiceScopeFactory scopes, TimeProvider clock)
{
    public const string Notice = "Demonstration: plans, solutions and figures are invented";

    private const string File = "demo", Key = "filled", Filling = "filling", Day = "today";

    /// <summary>It may be filled by another process while the site runs.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    private volatile bool _isHeld;
    private DateTimeOffset _asked;

    /// <summary>The notice, or nothing. Once held it stays: nothing takes the demonstration out again.</summary>
    public async Task<string?> NoticeAsync()
    {
        var now = clock.GetUtcNow();
        if (!_isHeld && now - _asked > AskAgainAfter)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                _isHeld = await DayAsync(scope.ServiceProvider.GetRequiredService<CcriDbContext>(), CancellationToken.None) is not null;
                _asked = now;
            }
            catch (DbException)
            {
                return null; // the page that is shown says what is wrong
            }
        }
        return _isHeld ? Notice : null;
    }

    public void Know() => _isHeld = true;

    /// <summary>The day as seen from which it was filled; empty when it was not.</summary>
    public static async Task<DateOnly?> DayAsync(CcriDbContext db, CancellationToken cancellationToken) =>
        await db.LoadedRows.AsNoTracking().SingleOrDefaultAsync(r => r.File == File && r.Key == Key, cancellationToken) is { } row
            ? DateOnly.ParseExact(row.Values[Day], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>From here on it is held; it is whole once <see cref="FinishAsync"/> has said so.</summary>
    public static void Mark(CcriDbContext db, DateOnly today)
    {
        db.LoadedRows.Add(new LoadedRow { File = File, Key = Key, SubjectId = Guid.Empty, Values = new() { [Day] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } });
        db.LoadedRows.Add(new LoadedRow { File = File, Key = Filling, SubjectId = Guid.Empty, Values = [] });
    }

    /// <summary>Whether the filling was begun and never came to its end.</summary>
    public static Task<bool> IsInPiecesAsync(CcriDbContext db, CancellationToken cancellationToken) => db.LoadedRows.AnyAsync(r => r.File == File && r.Key == Filling, cancellationToken);

    public static Task FinishAsync(CcriDbContext db, CancellationToken cancellationToken) => db.LoadedRows.Where(r => r.File == File && r.Key == Filling).ExecuteDeleteAsync(cancellationToken);
}
