using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Puts a logged contact right, or its follow-up.</summary>
public static class EditLoggedContact
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Command>;

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : ContactAnswers, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ContactAnswersValidator());
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var contact = await db.LoggedContacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            access.RequireOffice(contact.TerritoryId);
            return new Command
            {
                Id = contact.Id, Version = contact.Version, Kind = contact.Kind, On = contact.On, Text = contact.Text, With = contact.With,
                FollowUp = contact.FollowUp, FollowUpOwnerId = contact.FollowUpOwnerId, FollowUpDue = contact.FollowUpDue,
            };
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var contact = await db.LoggedContacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            access.RequireOffice(contact.TerritoryId);
            db.ExpectVersion(contact, request.Version);
            if (request.FollowUpOwnerId != contact.FollowUpOwnerId)
                await db.RequireOwnerAsync(request, calendar.Today, cancellationToken);
            request.ApplyTo(contact, user.PersonId ?? contact.PersonId, calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
