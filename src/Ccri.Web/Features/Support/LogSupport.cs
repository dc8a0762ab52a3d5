using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Logs a support activity. The form begins with what the person's last one was like, so that little is left to type.</summary>
public static class LogSupport
{
    /// <param name="Territory">The address of a territory, whose needs are offered.</param>
    /// <param name="Need">The number of one of its needs, which is ticked.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string? Territory = null, int? Need = null) : IRequest<Answer>;

    /// <param name="Needs">That the territory of the address still has.</param>
    public sealed record Answer(Command Form, OfferedSupport Offered, IReadOnlyList<OfferedSupport.NeedChoice> Needs);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SupportFields, IRequest<Guid>
    {
        /// <summary>That it served.</summary>
        public List<Guid> Needs { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SupportFields.Validator());
    }

    public sealed class Reader(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var offered = await OfferedSupport.ReadAsync(db, access, user, cancellationToken);
            var needs = await (from n in db.Needs.Where(n => n.State != NeedState.Dropped && n.State != NeedState.Met)
                               join t in db.Territories.Where(t => t.Slug == request.Territory) on n.TerritoryId equals t.Id
                               orderby n.Number
                               select new OfferedSupport.NeedChoice(n.Id, t.Name, n.Number, n.Statement, n.State)).ToListAsync(cancellationToken);
            var last = user.PersonId is { } person ? await db.SupportActivities.AsNoTracking().Where(a => a.LoggedById == person).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken) : null;
            var form = new Command
            {
                Type = last?.Type, On = calendar.Today, Organisation = last?.OrganisationId, Expert = last?.Expert, Experts = last?.Experts ?? 1,
                Territory = offered.Territories.Any(t => t.Value == request.Territory) ? request.Territory : offered.Territories.Count == 1 ? offered.Territories[0].Value : null,
                Needs = [.. needs.Where(n => n.Number == request.Need).Select(n => n.Id)],
            };
            return new Answer(form, offered, needs);
        }
    }

    public sealed class Handler(CcriDbContext db, SupportBook book, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var territories = (await book.TerritoriesAsync(request, cancellationToken)).Select(t => t.Id).ToList();
            var needs = await book.NeedsAsync(request.Needs, territories, nameof(request.Needs), cancellationToken);
            SupportActivity activity = null!;
            Refusal.Try(nameof(request.On), () => activity = new SupportActivity(request.Type!.Value, request.Title!, request.On!.Value, calendar.Today));
            await book.FillAsync(activity, request, cancellationToken);
            await book.RequireEntitlementsAsync(activity, request, territories, cancellationToken);
            await book.ServeAsync(activity, territories, needs, nameof(request.Needs), cancellationToken);
            activity.LoggedBy(user.PersonId);
            db.SupportActivities.Add(activity);
            await db.SaveChangesAsync(cancellationToken);
            return activity.Id;
        }
    }
}
