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

/// <summary>Changes a member of a cluster, or ends its membership by its last day.</summary>
public static class EditClusterMember
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid Id) : IRequest<Command>;

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ClusterMemberAnswers, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ClusterMemberAnswersValidator());
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var member = await db.ClusterMembers.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Member", request.Id);
            access.RequireEdit(member.TerritoryId);
            return new Command { Id = member.Id, Version = member.Version, Name = member.Name, Country = member.CountryCode, From = member.From, To = member.To };
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var member = await db.ClusterMembers.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Member", request.Id);
            access.RequireEdit(member.TerritoryId);
            db.ExpectVersion(member, request.Version);
            await request.CheckAsync(db, cancellationToken);
            var before = Fact(member);
            request.Fill(member);
            await db.CiteRowAsync(member.Id, member.TerritoryId, Fact(member) != before, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(member); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private static (string, string?, DateOnly?, DateOnly?) Fact(ClusterMember member) => (member.Name, member.CountryCode, member.From, member.To);
    }
}
