using Ccri.Domain.Accounts;
using Ccri.Domain.Files;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Support;

/// <summary>Adds a file to an activity: a report of the mission, the slides, a list of who took part.</summary>
public static class AddFile
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid ActivityId, string? Name, byte[] File) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).Must((command, _) => FileName.Clean(command.Name).Length > 0).WithMessage("Choose a file.");
    }

    public sealed class Handler(SupportBook book, StoredFiles files) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var activity = await book.FindAsync(request.ActivityId, cancellationToken);
            await files.AddAsync(FileOwner.Activity(activity.Id), request.Name, request.File, nameof(Command.File), cancellationToken);
            return Unit.Value;
        }
    }
}
