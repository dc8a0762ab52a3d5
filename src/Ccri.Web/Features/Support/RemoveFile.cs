using Ccri.Domain.Accounts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Support;

/// <summary>A file is taken from an activity; what is in it goes with the last activity that has it.</summary>
public static class RemoveFile
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid ActivityId, Guid Id) : IRequest;

    public sealed class Handler(SupportBook book, StoredFiles files) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await book.FindAsync(request.ActivityId, cancellationToken);
            await files.RemoveAsync(FileOwner.Activity(request.ActivityId), request.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
