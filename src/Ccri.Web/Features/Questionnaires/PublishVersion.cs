using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>From now on new rounds are asked with the version that was edited; nobody changes it any more.</summary>
public static class PublishVersion
{
    /// <param name="Version">Of the version as it was shown: what somebody else wrote meanwhile is not published unread.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(string Code, Guid Version) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var version = await db.EditedVersionAsync(await db.QuestionnaireAsync(request.Code, cancellationToken), cancellationToken);
            db.ExpectVersion(version, request.Version);
            version.Publish(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return version.Number;
        }
    }
}
