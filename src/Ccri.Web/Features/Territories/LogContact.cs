using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Logs a call, mail, visit or meeting with a territory, in one line, with what is to be done after it.</summary>
public static class LogContact
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : ContactAnswers, IRequest<Guid>
    {
        public string Slug { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ContactAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireOffice(id);
            if (user.PersonId is not { } person)
                throw new RuleViolationException("Only somebody who signed in can log a contact.");
            await db.RequireOwnerAsync(request, calendar.Today, cancellationToken);
            var contact = new LoggedContact(id, person, calendar.Today, request.Text!);
            request.ApplyTo(contact, person, calendar.Today);
            db.LoggedContacts.Add(contact);
            await db.SaveChangesAsync(cancellationToken);
            return contact.Id;
        }
    }
}
