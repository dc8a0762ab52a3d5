using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes a piece of the money of a project.</summary>
public static class EditFundingLine
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : FundingLineFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }

        /// <summary>As it is saved.</summary>
        public static Command Of(FundingLine line) => new()
        {
            Id = line.Id, Version = line.Version, Source = line.Source, Instrument = line.Instrument, Provider = line.Provider, IsPrivate = line.IsPrivate, Amount = line.Amount.Units(),
            Currency = line.Currency, Rate = line.Rate.Plain(), RateOn = line.RateOn, Status = line.Status, On = line.On, Note = line.Note,
        };
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new FundingLineFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var line = await db.FundingLines.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Funding line", request.Id);
            access.RequireEdit(line.TerritoryId);
            db.ExpectVersion(line, request.Version);
            request.Fill(line, calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
