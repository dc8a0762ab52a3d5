using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Whether a territory of a country may take part under a programme on a day, and why.</summary>
public static class CheckEligibility
{
    /// <param name="Country">Eurostat's code.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string? Country, string? Programme, DateOnly? Day) : IRequest<Verdict>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Country).Cascade(CascadeMode.Stop).Needed("Choose the country.").Line("The country code", 2);
            RuleFor(q => q.Programme).Cascade(CascadeMode.Stop).Needed("Choose the programme.").Line("The programme", Eligibility.LongestProgramme);
            RuleFor(q => q.Day).NotNull().WithMessage("Enter the day that counts.");
        }
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Verdict>
    {
        public async Task<Verdict> Handle(Query request, CancellationToken cancellationToken)
        {
            var code = request.Country!.Trim().ToUpperInvariant();
            var name = await db.Countries.Where(c => c.Code == code).Select(c => c.Name).SingleOrDefaultAsync(cancellationToken);
            return Verdict.Of(name ?? code, await db.EligibilityOf(code, cancellationToken), request.Programme, request.Day!.Value);
        }
    }
}
