using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>A file is taken from an activity; what is in it goes with the last activity that has it.</summary>
public static class RemoveFile
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid ActivityId, Guid Id) : IRequest;

    public sealed class Handler(CcriDbContext db, SupportBook book) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await book.FindAsync(request.ActivityId, cancellationToken);
            var file = await db.AttachedFiles.SingleOrDefaultAsync(f => f.Id == request.Id && f.ActivityId == request.ActivityId, cancellationToken) ?? throw new NotFoundException("File", request.Id);
            await db.SaveWithoutAsync([file], cancellationToken);
            return Unit.Value;
        }
    }
}
