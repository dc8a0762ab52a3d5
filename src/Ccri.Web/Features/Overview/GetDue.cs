using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>All that is late, blocked or due soon: of one territory, or of all that the person looks after.</summary>
public static class GetDue
{
    public const int PageSize = 50;

    /// <param name="Territory">Its part of the address; empty for all.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Territory = null, int Page = 1) : IRequest<Answer>;

    /// <param name="Territory">The name of the one that was asked for.</param>
    public sealed record Answer(IReadOnlyList<DueThing> Things, int Total, int Page, string? Territory, IReadOnlyDictionary<Guid, string> Slugs);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatusReader statuses) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territories = access.WithVisibleWork(db.Territories);
            var slug = string.IsNullOrWhiteSpace(request.Territory) ? null : request.Territory;
            if (slug is not null)
            {
                var id = await db.Territories.Where(t => t.Slug == slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", slug);
                access.RequireReadOfWork(id);
                territories = territories.Where(t => t.Id == id);
            }
            var slugs = await territories.Select(t => new { t.Id, t.Name, t.Slug }).ToDictionaryAsync(t => t.Id, cancellationToken);
            var book = await statuses.ReadAsync(territories, cancellationToken);
            // Who changes something sees what that is; a lead, who only reads, sees all of it.
            var isMine = slug is null && user.Has(Role.Officer, Role.Coordinator, Role.Territory) ? access.MayEdit : (Func<Guid, bool>?)null;
            var things = book.Due(await db.WorkCodesAsync(territories, cancellationToken), isMine);
            var page = Math.Min(request.Page, Math.Max(1, (things.Count + PageSize - 1) / PageSize));
            return new Answer([.. things.Skip((page - 1) * PageSize).Take(PageSize)], things.Count, page, slug is null ? null : slugs.Values.Single().Name, slugs.ToDictionary(t => t.Key, t => t.Value.Slug));
        }
    }
}
