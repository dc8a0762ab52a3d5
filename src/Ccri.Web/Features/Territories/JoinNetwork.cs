using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>A territory is in a network, or has signed a commitment.</summary>
public static class JoinNetwork
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string Slug { get; init; } = "";
        public string? Network { get; init; }

        /// <summary>The body through which it belongs, when it is not the territory itself.</summary>
        public string? Through { get; init; }
        public DateOnly? From { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Network).NotEmpty().WithMessage("Choose the network or commitment.");
            RuleFor(c => c.Through).Line("The body", 300);
            RuleFor(c => c.Source).NotEmpty().WithMessage("Say where it is known from: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(id);
            var network = await db.Networks.Where(n => n.Code == request.Network).Select(n => new { n.Id, n.Name }).SingleOrDefaultAsync(cancellationToken)
                ?? throw Fault("There is no such network. Choose one of the list.");
            if (await db.NetworkMemberships.NotOverBy(calendar.Today).AnyAsync(m => m.NetworkId == network.Id && m.TerritoryId == id, cancellationToken))
                throw Fault($"The territory is in {network.Name} already.");
            var membership = new NetworkMembership(network.Id, id, null);
            membership.Last(request.From, null);
            membership.BelongThrough(request.Through);
            db.NetworkMemberships.Add(membership);
            var note = new FactNote(membership.Id, "", id);
            request.CiteAt(note, user.PersonId, clock.GetUtcNow().UtcDateTime);
            db.FactNotes.Add(note);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private static ValidationException Fault(string sentence) => new([new ValidationFailure(nameof(Command.Network), sentence)]);
    }
}
