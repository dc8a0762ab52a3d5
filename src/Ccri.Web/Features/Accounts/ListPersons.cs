using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Who may sign in, with what roles, and when they last did. Who has been erased is nobody any more.</summary>
public static class ListPersons
{
    public const int PageSize = 50;

    /// <param name="Q">Part of the name or of the address; accents do not matter.</param>
    [Allow(Role.Coordinator)]
    public sealed record Query(string? Q = null, SortBy Sort = SortBy.Email, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Name,
        Email,
        Roles,
        LastSignIn,
        SecondFactor,
    }

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size);

    public sealed record Row(Guid Id, string Name, string Email, DateTime? LastSignInAt, DateTime? DisabledAt, bool HasSecondFactor)
    {
        /// <summary>Those that have not ended.</summary>
        public IReadOnlyList<HeldRole> Roles { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, 10_000).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            // All at once: an office has hundreds of people at most, no folded name is kept of them, and roles sort by their words.
            var persons = db.Persons.Where(p => p.ErasedAt == null);
            var all = await persons.Select(p => new Row(p.Id, p.Name, p.Email, p.LastSignInAt, p.DisabledAt, db.Users.Any(a => a.Id == p.Id && a.TwoFactorEnabled)))
                .ToListAsync(cancellationToken);
            var roles = (await HeldRole.OfAsync(db, persons, calendar.Today, cancellationToken)).Where(r => !r.HasEnded(calendar.Today)).ToLookup(r => r.PersonId);

            var folded = Folding.ForSearch(request.Q?.Trim() ?? "");
            var matching = all.Where(p => Folding.ForSearch(p.Name).Contains(folded) || Folding.ForSearch(p.Email).Contains(folded))
                .Select(p => p with { Roles = [.. roles[p.Id]] }).ToList();
            var page = Math.Min(request.Page, Math.Max(1, (matching.Count + request.Size - 1) / request.Size));
            return new Answer([.. Sorted(matching, request).Skip((page - 1) * request.Size).Take(request.Size)], matching.Count, page, request.Size);
        }

        private static IOrderedEnumerable<Row> Sorted(List<Row> persons, Query request)
        {
            var sorted = request.Sort switch
            {
                SortBy.Name => By(p => Folding.ForSearch(p.Name), StringComparer.Ordinal),
                SortBy.Roles => By(p => p.Roles.Count == 0 ? null : string.Join(", ", p.Roles.Select(r => r.Words)), StringComparer.Ordinal),
                SortBy.LastSignIn => By(p => p.LastSignInAt),
                SortBy.SecondFactor => By(p => !p.HasSecondFactor),
                _ => By(p => p.Email, StringComparer.Ordinal),
            };
            return sorted.ThenBy(p => p.Email, StringComparer.Ordinal);

            // "Never" and "none" come last, whichever way.
            IOrderedEnumerable<Row> By<T>(Func<Row, T> key, IComparer<T>? comparer = null)
            {
                var known = persons.OrderBy(p => key(p) is null);
                return request.Descending ? known.ThenByDescending(key, comparer) : known.ThenBy(key, comparer);
            }
        }
    }
}
