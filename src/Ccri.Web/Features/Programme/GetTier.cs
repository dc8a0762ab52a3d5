using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>A tier as its form shows it; without an id, the form of a new one.</summary>
public static class GetTier
{
    [Allow(Role.Coordinator)]
    public sealed record Query(Guid? Id) : IRequest<EditTier.Command>;

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, EditTier.Command>
    {
        public async Task<EditTier.Command> Handle(Query request, CancellationToken cancellationToken) => request.Id is null ? new() : await db.Tiers.Where(t => t.Id == request.Id)
            .Select(t => new EditTier.Command
            {
                Id = t.Id,
                Version = t.Version,
                Name = t.Name,
                Plural = t.Plural,
                Capacity = t.Capacity,
                IndividualSupport = t.IndividualSupport,
                Roadmap = t.Roadmap,
                Plans = t.Plans,
                Note = t.Note,
            }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Tier", request.Id);
    }
}
