using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The contacts of the support office with a territory, newest first; working notes, so not for the territory and not for the Commission.</summary>
public static class GetContactLog
{
    public const int PageSize = 50;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Slug, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    /// <param name="People">Who can be given a follow-up.</param>
    public sealed record Answer(string Territory, bool MayLog, IReadOnlyList<Row> Rows, int Total, int Page, IReadOnlyList<Colleague> People, DateOnly Today);

    public sealed record Colleague(Guid Id, string Name);

    public sealed record Row(Guid Id, ContactKind Kind, DateOnly On, string Text, string? With, string Who, string? FollowUp, string? Owner, DateOnly? Due, DateTime? DoneAt)
    {
        /// <summary>Days after the due day, while it is to be done; zero when it is not late.</summary>
        public int DaysLate(DateOnly today) => FollowUp is null || DoneAt is not null || Due is not { } due ? 0 : Math.Max(0, today.DayNumber - due.DayNumber);
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await access.Visible(db.Territories).Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Name }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            var contacts = db.LoggedContacts.Where(c => c.TerritoryId == territory.Id);
            var total = await contacts.CountAsync(cancellationToken);
            var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + request.Size - 1) / request.Size));
            var rows = await contacts.OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Skip((page - 1) * request.Size).Take(request.Size)
                .Select(c => new Row(c.Id, c.Kind, c.On, c.Text, c.With, db.Persons.Where(p => p.Id == c.PersonId).Select(p => p.Name).First(), c.FollowUp,
                    db.Persons.Where(p => p.Id == c.FollowUpOwnerId).Select(p => p.Name).FirstOrDefault(), c.FollowUpDue, c.FollowUpDoneAt))
                .ToListAsync(cancellationToken);
            var mayLog = access.MayEditForOffice(territory.Id);
            var people = mayLog ? await db.InOffice(calendar.Today)
                .Union(db.Persons.Where(p => contacts.Any(c => c.FollowUpOwnerId == p.Id))) // who has a follow-up keeps it, also when they left the office
                .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new Colleague(p.Id, p.Name)).ToListAsync(cancellationToken) : [];
            return new Answer(territory.Name, mayLog, rows, total, page, people, calendar.Today);
        }
    }
}
