using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>Changes baseline, target and unit of a series; one that has values keeps its unit.</summary>
public static class EditSeries
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Values">How many it has or had.</param>
    public sealed record Answer(Command Form, SeriesHead Head, Definition Indicator, int Values);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SeriesFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SeriesFields.Validator());
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var series = await db.SeriesAsync(request.Id, cancellationToken);
            access.RequireEditOfSeries(series.TerritoryId);
            var indicator = await db.Indicators.AsNoTracking().SingleAsync(i => i.Id == series.IndicatorId, cancellationToken);
            var form = new Command
            {
                Id = series.Id, Version = series.Version, Unit = series.Unit, Baseline = TypedValue.Spell(series.Baseline), BaselineOn = series.BaselineOn,
                Target = TypedValue.Spell(series.Target), TargetOn = series.TargetOn, Source = series.Source,
            };
            return new Answer(form, await db.HeadAsync(series.Id, cancellationToken), Definition.Of(indicator), await db.Observations.CountAsync(o => o.SeriesId == series.Id, cancellationToken));
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var series = await db.SeriesAsync(request.Id, cancellationToken);
            access.RequireEditOfSeries(series.TerritoryId);
            db.ExpectVersion(series, request.Version);
            var indicator = await db.Indicators.AsNoTracking().SingleAsync(i => i.Id == series.IndicatorId, cancellationToken);
            await using var held = await db.HoldSeriesAsync(series.TerritoryId, cancellationToken);
            var unit = series.Unit;
            request.Fill(series, indicator, calendar.Today);
            if (series.Unit != unit && await db.Observations.AnyAsync(o => o.SeriesId == series.Id, cancellationToken))
                throw Refusal.At(nameof(Command.Unit), $"It has values in {unit}, so it keeps that unit. Values in {series.Unit} would not go with them.");
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
