using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>So much of an action is done.</summary>
public static class ReportProgress
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, int? Percent) : IRequest<QuickEdit.Undo>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Percent).NotNull().WithMessage("Enter how much is done, from 0 to 100 per cent.")
            .InclusiveBetween(0, 100).WithMessage(c => $"The progress is between 0 and 100 per cent, not {c.Percent}.");
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command, QuickEdit.Undo>
    {
        public Task<QuickEdit.Undo> Handle(Command request, CancellationToken cancellationToken) =>
            db.EditActionAsync(access, request.Id, action => Refusal.Try(nameof(request.Percent), () => action.Progress(request.Percent!.Value)), cancellationToken);
    }
}
