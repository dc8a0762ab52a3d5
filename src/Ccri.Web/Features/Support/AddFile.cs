using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Files;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Adds a file to an activity: a report of the mission, the slides, a list of who took part.</summary>
public static class AddFile
{
    /// <summary>More belong into an archive of documents.</summary>
    private const int MostFiles = 20;

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid ActivityId, string? Name, byte[] File) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).Must((command, _) => FileName.Clean(command.Name).Length > 0).WithMessage("Choose a file.");
    }

    public sealed class Handler(CcriDbContext db, SupportBook book, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var (activity, name) = (await book.FindAsync(request.ActivityId, cancellationToken), FileName.Clean(request.Name));
            var kind = default(FileKind);
            Refusal.Try(nameof(Command.File), () => kind = FileCheck.KindOf(name, request.File));
            var content = new FileContent(request.File);
            var there = await db.AttachedFiles.Where(f => f.ActivityId == activity.Id).Select(f => new { f.Name, f.Sha256 }).ToListAsync(cancellationToken);
            if (there.Find(f => f.Sha256 == content.Sha256) is { } same)
                throw Refusal.At(nameof(Command.File), $"The same file is here already, as “{same.Name}”.");
            if (there.Count >= MostFiles)
                throw Refusal.At(nameof(Command.File), $"An activity has {MostFiles} files at most. Remove one that nobody needs.");
            if (!await db.FileContents.AnyAsync(c => c.Sha256 == content.Sha256, cancellationToken))
                db.FileContents.Add(content);
            db.AttachedFiles.Add(new AttachedFile(activity.Id, null, name, kind, content, user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
