using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Who changed what, from what to what, newest first: in words, with the names that ids stand for looked up.</summary>
public static class ListAudit
{
    public const int PageSize = 50, MostSubjects = 100;

    /// <param name="Person">Id of a person, or the name of a job or of the command line.</param>
    /// <param name="From">First day in the calendar of the programme, included.</param>
    /// <param name="To">Last day, included.</param>
    /// <param name="Subjects">Only the history of these rows.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string? Person = null, string? Territory = null, string? Noun = null, DateOnly? From = null, DateOnly? To = null, Door? Door = null,
        IReadOnlyList<Guid>? Subjects = null, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Line> Lines, int Total, int Page, int Size);

    /// <param name="At">In the time of the programme.</param>
    /// <param name="Who">A person by name, or "command line", or a job.</param>
    /// <param name="Thing">What it happened to, by name; empty when the kind says all there is to say.</param>
    /// <param name="Address">Where the thing is seen, or the territory that it belongs to.</param>
    public sealed record Line(Guid Id, DateTime At, string Who, Door Door, AuditAction Action, string Noun, Guid SubjectId, string? Thing, string? Address, string? Territory, IReadOnlyList<Change> Changes);

    /// <summary>One property in words.</summary>
    /// <param name="IsHidden">A personal value: only that it changed is known.</param>
    public sealed record Change(string Property, string? Before, string? After, bool IsHidden = false);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, 10_000).WithMessage("Ask for 1 to 10,000 rows.");
            RuleFor(q => q.Subjects).Must(s => s is null || s.Count <= MostSubjects).WithMessage($"Ask for the history of at most {MostSubjects} things at once.");
        }
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var matching = Matching(request);
            var total = await matching.CountAsync(cancellationToken);
            var page = Math.Min(request.Page, Math.Max(1, (total + request.Size - 1) / request.Size));
            var rows = await matching.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip((page - 1) * request.Size).Take(request.Size).AsNoTracking().ToListAsync(cancellationToken);
            var names = await AuditNames.ReadAsync(db, rows, cancellationToken);
            var words = new AuditWords(names.Of, calendar);
            return new Answer([.. rows.Select(row => InWords(row, names, words))], total, page, request.Size);
        }

        private IQueryable<AuditRow> Matching(Query request)
        {
            var rows = db.AuditRows.AsQueryable();
            if (!string.IsNullOrWhiteSpace(request.Person))
                rows = Guid.TryParse(request.Person, out var person) ? rows.Where(a => a.PersonId == person) : rows.Where(a => a.Principal == request.Person);
            if (!string.IsNullOrWhiteSpace(request.Territory))
                rows = rows.Where(a => db.Territories.Any(t => t.Id == a.TerritoryId && t.Slug == request.Territory));
            if (!string.IsNullOrWhiteSpace(request.Noun))
                rows = rows.Where(a => a.Noun == request.Noun);
            if (request.From is { } from && calendar.StartOf(from) is var start)
                rows = rows.Where(a => a.At >= start);
            if (request.To is { } to && to < DateOnly.MaxValue && calendar.StartOf(to.AddDays(1)) is var end)
                rows = rows.Where(a => a.At < end);
            if (request.Door is { } door)
                rows = rows.Where(a => a.Door == door);
            if (request.Subjects is { Count: > 0 } subjects)
                rows = rows.Where(a => subjects.Contains(a.SubjectId));
            return rows;
        }

        private Line InWords(AuditRow row, AuditNames names, AuditWords words)
        {
            var (thing, address) = names.Thing(row, words);
            return new Line(row.Id, calendar.Local(row.At), Who(row, names), row.Door, row.Action, AuditWords.Noun(row.Noun), row.SubjectId, thing, address,
                row.TerritoryId is { } territory ? names.Of(territory) : null, words.Changes(row));
        }

        private static string Who(AuditRow row, AuditNames names) => row switch
        {
            { PersonId: { } person } => names.Of(person) ?? "Somebody no longer here",
            { Principal: { } principal, Door: Door.Job } => $"job {principal}",
            { Principal: { } principal } => principal,
            _ => "Somebody not signed in",
        };
    }
}
