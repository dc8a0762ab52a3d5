using Ccri.Domain.Accounts;
using Ccri.Domain.Files;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Adds a file to a session: slides, a photograph, a list of who came.</summary>
public static class AddSessionFile
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(Guid SessionId, string? Name, byte[] File) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).Must((command, _) => FileName.Clean(command.Name).Length > 0).WithMessage("Choose a file.");
    }

    public sealed class Handler(SessionBook book, StoredFiles files) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.SessionId, cancellationToken);
            await files.AddAsync(FileOwner.Session(session.Id), request.Name, request.File, nameof(Command.File), cancellationToken);
            return Unit.Value;
        }
    }
}
