using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What one fills in about a lead: an organisation of the register or the name of another, its sector, and whether it leads or supports.</summary>
public abstract record LeadAnswers
{
    public Guid? Organisation { get; init; }

    /// <summary>Of who is not in the register.</summary>
    public string? Name { get; init; }
    public Sector? Sector { get; init; }
    public bool IsCoLead { get; init; }

    internal async Task RequireOrganisationAsync(CcriDbContext db, CancellationToken cancellationToken)
    {
        if (Organisation is { } id && !await db.Organisations.AnyAsync(o => o.Id == id, cancellationToken))
            throw Refusal.At(nameof(Organisation), "There is no such organisation any more. Choose one of the list, or enter its name.");
    }
}

public sealed class LeadAnswersValidator : AbstractValidator<LeadAnswers>
{
    public LeadAnswersValidator()
    {
        RuleFor(l => l.Name).Line("The name", 300);
        RuleFor(l => l.Organisation).Must((lead, organisation) => organisation is not null || !string.IsNullOrWhiteSpace(lead.Name))
            .WithMessage("Choose an organisation of the register, or enter the name of one that is not in it.");
        RuleFor(l => l.Name).Must((lead, name) => lead.Organisation is null || string.IsNullOrWhiteSpace(name)).WithMessage("You chose an organisation of the register. Leave the name empty, or choose no organisation.");
        RuleFor(l => l.Sector).NotNull().WithMessage("Choose whether it is a public or a private body.").IsInEnum().WithMessage("Choose one of the list.");
    }
}
