using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>Puts a value right: another one takes its place, and the wrong one stays in the history with the reason.</summary>
public static class CorrectValue
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="IsCurrent">Only such a value can be corrected.</param>
    public sealed record Answer(Command Form, SeriesHead Head, decimal Value, DateOnly On, bool IsCurrent);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }

        /// <summary>As it was typed.</summary>
        public string? Value { get; init; }

        /// <inheritdoc cref="EnterValues.Row.Right"/>
        public string? Right { get; init; }
        public DateOnly? On { get; init; }
        public string? Source { get; init; }
        public ObservationQuality Quality { get; init; }
        public string? Remark { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Value).Needed("Enter the right value. To take the value away, withdraw it.");
            RuleFor(c => c.On).NotNull().WithMessage("Choose the day that the value is of.").Must(SeriesFields.IsDay).WithMessage("The day should lie after 1990.");
            RuleFor(c => c.Source).Cascade(CascadeMode.Stop).Needed("Enter where the value comes from.").Line("The source", 500);
            RuleFor(c => c.Quality).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Remark).Line("The remark", 500);
            RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why the value is corrected, in a few words.").Line("The reason", 500);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var value = await db.Observations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Value", request.Id);
            access.RequireEditOfSeries(value.TerritoryId);
            var form = new Command { Id = value.Id, Version = value.Version, Value = TypedValue.Spell(value.Value), On = value.On, Source = value.Source, Quality = value.Quality, Remark = value.Remark };
            return new Answer(form, await db.HeadAsync(value.SeriesId, cancellationToken), value.Value, value.On, value.IsCurrent);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var wrong = await db.Observations.SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Value", request.Id);
            access.RequireEditOfSeries(wrong.TerritoryId);
            if (!wrong.IsCurrent)
                throw new RuleViolationException("This value was corrected or withdrawn already. Look at the one that took its place.");
            db.ExpectVersion(wrong, request.Version);
            await using var held = await db.HoldSeriesAsync(wrong.TerritoryId, cancellationToken);
            var series = await db.IndicatorSeries.AsNoTracking().SingleAsync(s => s.Id == wrong.SeriesId, cancellationToken);
            var row = (await db.SeriesRowsAsync(db.IndicatorSeries.Where(s => s.Id == series.Id), calendar.Today, cancellationToken))[0];
            var (day, now) = (request.On!.Value, clock.GetUtcNow().UtcDateTime);
            if (day > calendar.Today)
                throw Refusal.At(nameof(Command.On), $"{Words.Of(day)} has not come yet. Enter a value once it is known.");
            if (ValueRules.FaultOf(row, request.Value, day, request.Right, wrong.Id) is { } fault)
                throw Refusal.At(fault.Field, fault.Sentence);
            var value = TypedValue.Read(request.Value, series.Unit).Value!.Value;
            var right = new Observation(series, value, day, request.Source!, request.Quality, request.Remark, user.PersonId, calendar.Today, now);
            if ((right.Value, right.On, right.Source, right.Quality, right.Remark) == (wrong.Value, wrong.On, wrong.Source, wrong.Quality, wrong.Remark))
                throw Refusal.At(nameof(Command.Value), "That is what it says already. Change what is wrong in it.");
            Refusal.Try(nameof(Command.Reason), () => wrong.Supersede(right, request.Reason, user.PersonId, now));
            await db.SaveChangesAsync(cancellationToken); // first the wrong one ends: a day has one value that holds, also within a transaction
            db.Observations.Add(right);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
