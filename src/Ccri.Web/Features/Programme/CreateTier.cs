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

/// <summary>Adds a kind of participation.</summary>
public static class CreateTier
{
    [Allow(Role.Coordinator)]
    public sealed record Command : TierFields, IRequest<Guid>
    {
        /// <summary>Stays for good: files and addresses use it.</summary>
        public string? Code { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Cascade(CascadeMode.Stop).Needed("Enter the code.").Line("The code", 20)
                .Matches("^ *[a-z][a-z0-9-]* *$").WithMessage("The code is one word in lower case, for example pilot: a letter first, then letters, digits and hyphens.");
            Include(new TierFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var code = request.Code!.Trim();
            if (await db.Tiers.AnyAsync(t => t.Code == code, cancellationToken))
                throw Refusal.At(nameof(Command.Code), $"There is a tier “{code}” already. Choose another code.");
            var tier = new Tier(code);
            request.Fill(tier, taken: 0);
            db.Tiers.Add(tier);
            await db.SaveChangesAsync(cancellationToken);
            return tier.Id;
        }
    }
}
