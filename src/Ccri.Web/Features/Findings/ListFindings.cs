using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Findings;

/// <summary>What does not fit in the plans of the cohort, a page at a time: by territory, kind and name.</summary>
public static class ListFindings
{
    public const int PageSize = 50;

    /// <param name="Territory">The territory's part of its address.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(FindingKind? Kind = null, string? Territory = null, Which Show = Which.Open, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    /// <summary>Whether somebody accepted it for the facts as they are.</summary>
    public enum Which
    {
        Open,
        Accepted,
        All,
    }

    /// <param name="Counts">Of each kind, whatever kind is chosen.</param>
    /// <param name="Territories">In which anything was found.</param>
    public sealed record Answer(IReadOnlyList<ShownFinding> Rows, int Total, int Page, int Size, IReadOnlyList<KindCount> Counts, IReadOnlyList<Choice> Territories);

    public sealed record KindCount(FindingKind Kind, int Count);

    public sealed record Choice(string Slug, string Name);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    /// <summary>All are computed, because nothing is kept of them: a few for each territory.</summary>
    public sealed class Handler(CcriDbContext db, Access access, FindingReader findings) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = await findings.ReadAsync(access.WithVisibleWork(db.Territories), cancellationToken);
            var there = all.Where(f => (string.IsNullOrEmpty(request.Territory) || f.Slug == request.Territory)
                && (request.Show == Which.All || f.Accepted is not null == (request.Show == Which.Accepted))).ToList();
            var matching = there.Where(f => request.Kind is null || f.Finding.Kind == request.Kind).ToList();
            var page = Math.Min(request.Page, Math.Max(1, (matching.Count + request.Size - 1) / request.Size));
            return new Answer([.. matching.Skip((page - 1) * request.Size).Take(request.Size)], matching.Count, page, request.Size,
                [.. Enum.GetValues<FindingKind>().Select(kind => new KindCount(kind, there.Count(f => f.Finding.Kind == kind)))],
                [.. all.Select(f => new Choice(f.Slug, f.Territory)).Distinct().OrderBy(t => t.Name, StringComparer.InvariantCulture)]);
        }
    }
}
