using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Changes when, whom and where a rule reminds; what it reminds of stays. Of one that is on, it counts from the next time that is planned.</summary>
public static class EditReminderRule
{
    [Allow(Role.Coordinator)]
    public sealed record Command : RuleFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RuleFields.Validator());
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var rule = await db.ReminderRules.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Rule", request.Id);
            db.ExpectVersion(rule, request.Version);
            request.Fill(rule);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
