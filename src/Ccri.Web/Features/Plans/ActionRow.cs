using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>An action of a plan as a row of a list.</summary>
public sealed record ActionRow(Guid Id, string Number, string Title, ActionStatus Status, int Percent)
{
    public Guid? ObjectiveId { get; init; }
    public IReadOnlyList<Guid> LeverIds { get; init; } = [];
    public Guid? SolutionId { get; init; }
    public string? Sector { get; init; }
    public RStrategy? Strategy { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    public DateOnly? Forecast { get; init; }
    public DateOnly? DoneOn { get; init; }

    /// <summary>In cents of <see cref="Currency"/>; empty is not known.</summary>
    public long? Budget { get; init; }
    public string Currency { get; init; } = Money.Euro;
    public DateOnly Today { get; init; }

    /// <summary>Empty of what was dropped.</summary>
    public Rag? Rag { get; init; }
    public string? Objective { get; init; }
    public IReadOnlyList<LeadRow> Leads { get; init; } = [];

    public bool IsOver => PlanAction.IsOver(Status);
    public int DaysLate => PlanAction.DaysLate(Status, End, Today);

    /// <summary>Days that it is expected to end after its planned end; 0 when none.</summary>
    public int DaysSlipped => !IsOver && Forecast is { } forecast && End is { } end && forecast > end ? forecast.DayNumber - end.DayNumber : 0;

    /// <summary>"May 2024 to Dec 2026", as far as it is known.</summary>
    public string? Period => (Start, End) switch
    {
        (null, null) => null,
        ({ } first, null) => $"from {Month(first)}",
        (null, { } last) => $"until {Month(last)}",
        ({ } first, { } last) => $"{Month(first)} to {Month(last)}",
    };

    /// <summary>"Done 3 Mar 2026", "In progress 45 %".</summary>
    public string Standing => Status switch
    {
        ActionStatus.Done when DoneOn is { } day => $"{Words.Of(Status)} {Words.Of(day)}",
        ActionStatus.InProgress => string.Create(CultureInfo.InvariantCulture, $"{Words.Of(Status)} {Percent} %"),
        _ => Words.Of(Status),
    };

    /// <summary>A month and its year stay on one line.</summary>
    private static string Month(DateOnly day) => day.ToString("MMM'\u00a0'yyyy", CultureInfo.InvariantCulture);
}

internal static class ActionRows
{
    /// <summary>All actions of a plan, in the order of their numbers. One question, whatever is shown of them: a plan has hundreds, not thousands.</summary>
    public static async Task<List<ActionRow>> ActionRowsAsync(this CcriDbContext db, IQueryable<PlanAction> actions, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await actions.OrderBy(a => a.Id).Select(a => new ActionRow(a.Id, a.Number, a.Title, a.Status, a.PercentDone)
        {
            ObjectiveId = a.ObjectiveId, LeverIds = a.LeverIds, SolutionId = a.SolutionId, Sector = a.Sector, Strategy = a.Strategy, Start = a.Start, End = a.End,
            Forecast = a.Forecast, DoneOn = a.DoneOn, Budget = a.Budget, Currency = a.Currency, Today = today,
            Objective = db.Objectives.Where(o => o.Id == a.ObjectiveId).Select(o => o.Title).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => PlanNumber.Key(r.Number), StringComparer.Ordinal).ThenBy(r => r.Id)];
    }

    /// <summary>The most late first, then what is expected to slip, then what ends soonest; what is over comes last. Equal ones stay in the order they came in.</summary>
    public static IEnumerable<ActionRow> LateFirst(this IEnumerable<ActionRow> rows) =>
        rows.OrderByDescending(r => r.DaysLate).ThenBy(r => r.IsOver).ThenByDescending(r => r.DaysSlipped).ThenBy(r => r.End ?? DateOnly.MaxValue);

    public static IEnumerable<ActionRow> WithStatuses(this IEnumerable<ActionRow> rows, StatusBook book) => rows.Select(r => r with { Rag = book.Of(r.Id)?.Status });

    public static IEnumerable<ActionRow> WithLeads(this IEnumerable<ActionRow> rows, IReadOnlyList<LeadRow> leads)
    {
        var of = leads.ToLookup(l => l.ActionId);
        return rows.Select(r => r with { Leads = [.. of[r.Id]] });
    }
}
