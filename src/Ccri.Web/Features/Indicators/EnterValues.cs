using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>Writes down what was measured on a day, for as many series as have a value; when one of them is refused, none is written.</summary>
public static class EnterValues
{
    /// <returns>How many were written.</returns>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest<int>
    {
        /// <summary>Of the territory; empty for the programme.</summary>
        public string? Slug { get; init; }
        public DateOnly? On { get; init; }

        /// <summary>Of all values.</summary>
        public string? Source { get; init; }
        public ObservationQuality Quality { get; init; }
        public Row[] Rows { get; init; } = [];
    }

    public sealed record Row
    {
        public Guid SeriesId { get; init; }

        /// <summary>As it was typed; empty rows are left out.</summary>
        public string? Value { get; init; }
        public string? Remark { get; init; }

        /// <summary>The value, once more, of whoever says that it is right although it is far from the last one.</summary>
        public string? Right { get; init; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Value) && string.IsNullOrWhiteSpace(Remark);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.On).NotNull().WithMessage("Choose the day that the values are of.").Must(SeriesFields.IsDay).WithMessage("The day should lie after 1990.");
            RuleFor(c => c.Source).Cascade(CascadeMode.Stop).Needed("Enter where the values come from, for example “Waste statistics of the city”.").Line("The source", 500);
            RuleFor(c => c.Quality).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Rows).Must(rows => Array.Exists(rows, row => !row.IsEmpty)).WithMessage("Enter at least one value. Rows without one are left out.");
            RuleForEach(c => c.Rows).ChildRules(row =>
            {
                row.RuleFor(r => r.Value).NotEmpty().When(r => !r.IsEmpty).WithMessage("Enter the value that the remark is about, or take the remark away.");
                row.RuleFor(r => r.Remark).Line("The remark", 500);
            });
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var (territoryId, _) = await db.FollowerAsync(request.Slug, cancellationToken);
            access.RequireEditOfSeries(territoryId);
            await using var held = await db.HoldSeriesAsync(territoryId, cancellationToken);
            var (own, day) = (db.IndicatorSeries.Where(s => s.TerritoryId == territoryId), request.On!.Value);
            var known = (await db.SeriesRowsAsync(own, calendar.Today, cancellationToken)).ToDictionary(s => s.Id);
            var series = await own.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
            var faults = new List<ValidationFailure>();
            if (day > calendar.Today)
                faults.Add(new(nameof(Command.On), $"{Words.Of(day)} has not come yet. Enter values once they are known."));
            var seen = new HashSet<Guid>();
            foreach (var (index, row) in request.Rows.Index().Where(r => !r.Item.IsEmpty))
            {
                var fault = !known.TryGetValue(row.SeriesId, out var of) ? (nameof(Row.Value), $"Somebody removed the series that “{row.Value}” was for. Take the value away.")
                    : !seen.Add(row.SeriesId) ? (nameof(Row.Value), $"“{of.Name}” has two rows. Keep one of them.")
                    : ValueRules.FaultOf(of, row.Value, day, row.Right);
                if (fault is { } said)
                    faults.Add(new($"{nameof(Command.Rows)}[{index}].{said.Item1}", said.Item2));
                else if (faults.Count == 0)
                    db.Observations.Add(new Observation(series[of!.Id], TypedValue.Read(row.Value, of.Unit).Value!.Value, day, request.Source!, request.Quality, row.Remark, user.PersonId, calendar.Today, clock.GetUtcNow().UtcDateTime));
            }
            if (faults.Count > 0)
                throw new ValidationException(faults);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return seen.Count;
        }
    }
}
