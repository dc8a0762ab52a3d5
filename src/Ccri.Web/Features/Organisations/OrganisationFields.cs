using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>What one says of an organisation, whether it is new or not.</summary>
public abstract record OrganisationFields : SourceOfChange
{
    public string? Name { get; init; }
    public string? Acronym { get; init; }

    /// <summary>Eurostat's code.</summary>
    public string? Country { get; init; }
    public string? Notes { get; init; }

    public sealed class Validator : AbstractValidator<OrganisationFields>
    {
        public Validator()
        {
            RuleFor(o => o.Name).Cascade(CascadeMode.Stop).Needed("Enter the name.").Line("The name", 300);
            RuleFor(o => o.Acronym).Line("The acronym", 40);
            RuleFor(o => o.Notes).Text("The notes", 2000);
            Include(new SourceOfChangeValidator());
        }
    }

    /// <summary>What the database knows: the name is nobody else's, the country exists.</summary>
    public async Task CheckAsync(CcriDbContext db, Guid? self, CancellationToken cancellationToken)
    {
        var name = Name!.Trim();
        if (await db.Organisations.AnyAsync(o => o.Name == name && o.Id != self, cancellationToken))
            throw Refusal.At(nameof(Name), $"There is an organisation “{name}” already. Find it in the list, or give this one a name that tells them apart.");
        if (!string.IsNullOrEmpty(Country) && !await db.Countries.AnyAsync(c => c.Code == Country, cancellationToken))
            throw Refusal.At(nameof(Country), "There is no such country. Choose one of the list.");
    }

    public void Fill(Organisation organisation)
    {
        Refusal.Try(nameof(Name), () => organisation.Rename(Name!));
        organisation.Abbreviate(Acronym);
        organisation.SitIn(Country);
        organisation.Remark(Notes);
    }
}
