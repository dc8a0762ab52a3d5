using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>A municipality, region or body joins a territorial cluster; it may lie in another country.</summary>
public static class AddClusterMember
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ClusterMemberAnswers, IRequest
    {
        public string Slug { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new ClusterMemberAnswersValidator());
            RuleFor(c => c.Source).NotEmpty().WithMessage("Say where it is known from that this is a member: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(territory.Id);
            if (territory.Type is not (TerritoryType.Cluster or null))
                throw Refusal.At("", $"{territory.Name} is a {Words.Of(territory.Type.Value).ToLowerInvariant()}, and only a territorial cluster has members. Change its type first.");
            await request.CheckAsync(db, cancellationToken);
            var member = new ClusterMember(territory.Id, request.Name!, request.Country);
            request.Fill(member);
            db.ClusterMembers.Add(member);
            db.CiteNew(member.Id, territory.Id, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
