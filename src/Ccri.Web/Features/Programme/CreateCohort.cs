using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Adds a round of selection.</summary>
public static class CreateCohort
{
    [Allow(Role.Coordinator)]
    public sealed record Command : CohortFields, IRequest<Guid>
    {
        /// <summary>Stays for good: files use it.</summary>
        public string? Code { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Cascade(CascadeMode.Stop).Needed("Enter the code, for example the year of the selection.").Line("The code", 20)
                .Matches("^ *[a-z0-9][a-z0-9-]* *$").WithMessage("The code is one word in lower case, for example 2022: letters, digits and hyphens.");
            Include(new CohortFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var code = request.Code!.Trim();
            if (await db.Cohorts.AnyAsync(c => c.Code == code, cancellationToken))
                throw Refusal.At(nameof(Command.Code), $"There is a cohort “{code}” already. Choose another code.");
            var cohort = new Cohort(code);
            await request.FillAsync(cohort, db, cancellationToken);
            db.Cohorts.Add(cohort);
            await db.SaveChangesAsync(cancellationToken);
            return cohort.Id;
        }
    }
}
