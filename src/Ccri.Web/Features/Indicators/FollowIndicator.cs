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

/// <summary>A territory, one of its solutions, or the programme begins to follow an indicator, each once.</summary>
public static class FollowIndicator
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SeriesFields, IRequest<Guid>
    {
        /// <summary>The territory's address; empty for the programme as a whole.</summary>
        public string? Territory { get; init; }

        /// <summary>The code of the indicator.</summary>
        public string? Indicator { get; init; }

        /// <summary>The code of the solution, for an indicator of solutions.</summary>
        public string? Solution { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Indicator).Needed("Choose the indicator.");
            Include(new SeriesFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var (territoryId, territory) = await db.FollowerAsync(request.Territory, cancellationToken);
            access.RequireEditOfSeries(territoryId);
            var indicator = await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Code == request.Indicator, cancellationToken)
                ?? throw Refusal.At(nameof(Command.Indicator), "There is no such indicator. Choose one of the list.");
            var solution = string.IsNullOrEmpty(request.Solution) ? null : await db.Solutions.AsNoTracking().SingleOrDefaultAsync(s => s.Code == request.Solution, cancellationToken)
                ?? throw Refusal.At(nameof(Command.Solution), "There is no such solution. Choose one of the list.");
            IndicatorSeries series = null!;
            Refusal.Try(indicator.Level == IndicatorLevel.Solution ? nameof(Command.Solution) : nameof(Command.Indicator), () => series = new IndicatorSeries(indicator, territoryId, solution));
            request.Fill(series, indicator, calendar.Today);
            await using var held = await db.HoldAsync<Indicator>(indicator.Id, cancellationToken); // two who begin at once begin it once
            if (await db.IndicatorSeries.AnyAsync(s => s.IndicatorId == indicator.Id && s.SubjectId == series.SubjectId, cancellationToken))
                throw Refusal.At(solution is null ? nameof(Command.Indicator) : nameof(Command.Solution), $"{solution?.Title ?? territory ?? "The programme"} follows “{indicator.Name}” already. Enter values for it, or choose another one.");
            db.IndicatorSeries.Add(series);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return series.Id;
        }
    }
}
