using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Needs;

/// <summary>Changes what is said of a need.</summary>
public static class EditNeed
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : NeedFields, IRequest
    {
        /// <summary>The territory's part of its address.</summary>
        public string Slug { get; init; } = "";
        public int Number { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new NeedFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, VisibleNeeds needs, DimensionReader dimensions, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory.Id);
            var need = await (await needs.QueryAsync(cancellationToken)).NumberedAsync(territory.Id, request.Number, cancellationToken);
            db.ExpectVersion(need, request.Version);
            if (need.RoundId is not null && request.Dimension != need.Dimension)
                throw Refusal.At(nameof(Command.Dimension), "It was made from a rating of its dimension, so it keeps that one. Drop it and add another need.");
            request.Fill(need, await dimensions.ReadAsync(cancellationToken), need.Dimension, calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
