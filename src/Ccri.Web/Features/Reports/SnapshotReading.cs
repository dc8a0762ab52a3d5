using Ccri.Domain.Reports;
using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Reports;

/// <summary>What every part of a snapshot is read with.</summary>
/// <param name="Territories">Their ids, asked for within each question.</param>
/// <param name="Past">What is written down of each thing's status, the oldest first.</param>
internal sealed record SnapshotReading(CcriDbContext Db, IQueryable<Guid> Territories, SnapshotPeriod Period, StatusBook Book, SaidBook Said, ILookup<Guid, PastStatus> Past, ProgrammeCalendar Calendar)
{
    public DateOnly Day => Book.Day;

    /// <summary>The day of an instant (UTC) in the programme's calendar.</summary>
    public DateOnly DayOf(DateTime at) => Calendar.DayOf(at);

    /// <summary>How a thing stands, with a role where a page would name a person; empty when it is followed no more.</summary>
    public SnapshotStatus? Status(Guid id, Guid territoryId)
    {
        if (Book.Of(id) is not { Status: { } status } standing)
            return null;
        var who = standing.By is { } by ? by.PersonId is { } person ? Said.RoleOf(person, territoryId) : SaidBook.Office : null;
        return standing.IsByPerson
            ? new SnapshotStatus(status, Words.Why(standing, who), ByPerson: true, who, standing.By!.On, standing.Ruled?.Status)
            : new SnapshotStatus(status, Words.Why(standing, who), On: StatusPast.Of([.. Past[id]], status, Day)?.Since);
    }

    /// <summary>The number as it is, without the zeros that one database adds to its end.</summary>
    public static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    /// <inheritdoc cref="Plain(decimal)"/>
    public static decimal? Plain(decimal? number) => number is { } known ? Plain(known) : null;
}
