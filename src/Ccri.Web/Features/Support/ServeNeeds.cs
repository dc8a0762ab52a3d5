using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Which needs of its territories an activity served.</summary>
public static class ServeNeeds
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Needs">Of all its territories, by territory; those that are over only where it serves them.</param>
    public sealed record Answer(Command Form, string Title, IReadOnlyList<OfferedSupport.NeedChoice> Needs);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public List<Guid> Needs { get; init; } = [];
    }

    public sealed class Reader(CcriDbContext db, SupportBook book) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var activity = await book.FindAsync(request.Id, cancellationToken);
            var (territories, served) = (activity.Territories.Select(t => t.TerritoryId).ToList(), activity.Needs.Select(s => s.NeedId).ToList());
            var needs = await (from n in db.Needs.Where(n => territories.Contains(n.TerritoryId) && (n.State != NeedState.Dropped && n.State != NeedState.Met || served.Contains(n.Id)))
                               join t in db.Territories on n.TerritoryId equals t.Id
                               orderby t.SearchName, t.Id, n.Number
                               select new OfferedSupport.NeedChoice(n.Id, t.Name, n.Number, n.Statement, n.State)).ToListAsync(cancellationToken);
            return new Answer(new Command { Id = activity.Id, Version = activity.Version, Needs = served }, activity.Title, needs);
        }
    }

    public sealed class Handler(CcriDbContext db, SupportBook book) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var activity = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(activity, request.Version);
            var territories = activity.Territories.Select(t => t.TerritoryId).ToList();
            var needs = await book.NeedsAsync(request.Needs, territories, nameof(request.Needs), cancellationToken);
            await book.ServeAsync(activity, territories, needs, nameof(request.Needs), cancellationToken);
            db.Touch(activity); // what it served is a part of it
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
