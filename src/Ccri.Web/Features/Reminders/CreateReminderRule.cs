using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Reminders;

/// <summary>Adds a rule. It is off until somebody has seen what it would send.</summary>
public static class CreateReminderRule
{
    [Allow(Role.Coordinator)]
    public sealed record Command : RuleFields, IRequest<Guid>
    {
        /// <summary>Stays for good.</summary>
        public ReminderKind? Kind { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotNull().WithMessage("Choose what the rule reminds of.").IsInEnum().WithMessage("Choose one of the list.");
            Include(new RuleFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var rule = new ReminderRule(request.Kind!.Value, request.Name!);
            request.Fill(rule);
            db.ReminderRules.Add(rule);
            await db.SaveChangesAsync(cancellationToken);
            return rule.Id;
        }
    }
}
